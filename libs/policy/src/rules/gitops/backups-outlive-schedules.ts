import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const backupsOutliveSchedules = rule({
  id: 'gitops/backups-outlive-schedules',
  severity: 'error',
  why: 'Backups that a Schedule owns are deleted with it, by whoever removes or renames it.',
  source: 'https://velero.io/docs/v1.18/api-types/schedule/',
  declaredAt: 'apps/cluster/src/charts/velero-schedules.ts',
  appliesTo: kind('velero.io/Schedule'),
  shape: z.looseObject({
    spec: z.looseObject({ useOwnerReferencesInBackup: z.boolean().default(false) }),
  }),
  check: ({ spec: { useOwnerReferencesInBackup } }) =>
    useOwnerReferencesInBackup
      ? [
          violation('owns its backups', {
            at: ['spec', 'useOwnerReferencesInBackup'],
            expected: false.toString(),
            received: useOwnerReferencesInBackup,
          }),
        ]
      : [],
});
