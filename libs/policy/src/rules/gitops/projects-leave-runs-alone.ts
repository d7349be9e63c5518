import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const projectsLeaveRunsAlone = rule({
  id: 'gitops/projects-leave-runs-alone',
  severity: 'error',
  why: 'What a project may not hold, ArgoCD neither adopts nor prunes.',
  source: 'https://github.com/vmware-tanzu/velero/issues/5836',
  declaredAt: 'apps/cluster/src/charts/argocd.ts',
  appliesTo: kind('argoproj.io/AppProject'),
  shape: z.looseObject({
    spec: z.looseObject({
      namespaceResourceWhitelist: z
        .array(z.looseObject({ group: z.string(), kind: z.string() }))
        .default([{ group: '*', kind: '*' }]),
    }),
  }),
  check: ({ spec: { namespaceResourceWhitelist: allowed } }) =>
    allowed.flatMap(({ group, kind: name }, index) =>
      ['*', 'velero.io'].includes(group) && ['*', 'Backup', 'Restore'].includes(name)
        ? [
            violation('may hold backups and restores', {
              at: ['spec', 'namespaceResourceWhitelist', index],
              expected: 'kinds by name, neither Backup nor Restore',
              received: `${group}/${name}`,
            }),
          ]
        : [],
    ),
});
