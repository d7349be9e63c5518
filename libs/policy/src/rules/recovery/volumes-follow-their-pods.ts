import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

const configMap = z.looseObject({ data: z.looseObject({ 'node-agent.json': z.string() }) });
const settings = z.looseObject({
  restorePVC: z.looseObject({ ignoreDelayBinding: z.unknown().optional() }).optional(),
});

export const volumesFollowTheirPods = rule({
  id: 'recovery/volumes-follow-their-pods',
  severity: 'error',
  why: 'A volume that does not wait for its pod is made in the zone of the data mover: the restore is Completed, and the pod may never be scheduled.',
  source: 'https://velero.io/docs/v1.18/data-movement-restore-pvc-configuration/',
  declaredAt: 'apps/cluster/src/velero-settings.ts',
  appliesTo: (rendered) =>
    rendered.of('v1/ConfigMap').filter(({ value }) => configMap.safeParse(value).success),
  shape: configMap,
  check: ({ data }) => {
    const { restorePVC } = settings.parse(JSON.parse(data['node-agent.json']));
    if (restorePVC?.ignoreDelayBinding !== true) return [];
    return [
      violation('lets restored volumes be made where their pods may not run', {
        at: ['data', 'node-agent.json'],
        expected: 'no restorePVC.ignoreDelayBinding',
        received: restorePVC.ignoreDelayBinding,
      }),
    ];
  },
});
