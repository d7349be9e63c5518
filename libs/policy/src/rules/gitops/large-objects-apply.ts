import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const largeObjectsApply = rule({
  id: 'gitops/large-objects-apply',
  severity: 'error',
  why: 'Client-side apply keeps a copy of an object in an annotation, which the definitions of Velero do not fit in.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#server-side-apply',
  declaredAt: 'apps/cluster/src/charts/argocd.ts',
  appliesTo: kind('argoproj.io/Application'),
  shape: z.looseObject({
    spec: z.looseObject({
      syncPolicy: z.looseObject({ syncOptions: z.array(z.string()).default([]) }),
    }),
  }),
  check: ({ spec: { syncPolicy } }) =>
    syncPolicy.syncOptions.includes('ServerSideApply=true')
      ? []
      : [
          violation('is applied on the client side', {
            at: ['spec', 'syncPolicy', 'syncOptions'],
            expected: 'ServerSideApply=true',
            received: syncPolicy.syncOptions,
          }),
        ],
});
