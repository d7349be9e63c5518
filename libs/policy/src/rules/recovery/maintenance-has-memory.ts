import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const maintenanceHasMemory = rule({
  id: 'recovery/maintenance-has-memory',
  severity: 'error',
  why: 'Maintenance that runs out of memory never ends, and the repository only grows.',
  source: 'https://github.com/vmware-tanzu/velero/issues/8593',
  declaredAt: 'apps/cluster/src/velero-settings.ts',
  appliesTo: (rendered) =>
    rendered.of('v1/ConfigMap').filter(({ name }) => name === 'repository-maintenance'),
  shape: z.looseObject({ data: z.looseObject({ global: z.string() }) }),
  check: ({ data }) => {
    const limit = limits.safeParse(JSON.parse(data.global)).data?.podResources.memoryLimit ?? '';
    if (/^([2-9]|\d{2,})Gi$/.test(limit)) return [];
    return [
      violation('has too little memory', {
        at: ['data', 'global'],
        expected: 'a memoryLimit of at least 2Gi',
        received: limit,
      }),
    ];
  },
});

const limits = z.looseObject({ podResources: z.looseObject({ memoryLimit: z.string() }) });
