import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const driftIsMended = rule({
  id: 'gitops/drift-is-mended',
  severity: 'error',
  why: 'A schedule that somebody paused by hand stays paused unless Git wins.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/#automatic-self-healing',
  declaredAt: 'apps/cluster/src/charts/argocd.ts',
  appliesTo: kind('argoproj.io/Application'),
  shape: z.looseObject({
    spec: z.looseObject({
      syncPolicy: z.looseObject({
        automated: z.looseObject({
          enabled: z.boolean().default(true),
          selfHeal: z.boolean().default(false),
        }),
      }),
    }),
  }),
  check: ({ spec: { syncPolicy } }) =>
    syncPolicy.automated.enabled && syncPolicy.automated.selfHeal
      ? []
      : [
          violation('lets the cluster drift from Git', {
            at: ['spec', 'syncPolicy', 'automated'],
            expected: 'enabled and selfHeal',
            received: syncPolicy.automated,
          }),
        ],
});
