import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const noRunsInGit = rule({
  id: 'gitops/no-runs-in-git',
  severity: 'error',
  why: 'A run that is synced from Git runs again at every new cluster: a Restore would overwrite it.',
  source: 'https://github.com/vmware-tanzu/velero/issues/2975',
  declaredAt: 'apps/cluster',
  appliesTo: (rendered) => [
    rendered.whole,
    ...runs.flatMap((name) => rendered.of(`velero.io/${name}`)),
  ],
  shape: z.looseObject({ kind: z.string().optional() }),
  check: (value) =>
    value.kind === undefined
      ? []
      : [
          violation('is a run in Git', {
            expected: 'a Schedule or workflow',
            received: value.kind,
          }),
        ],
});

const runs = ['Backup', 'Restore', 'DeleteBackupRequest', 'DataUpload', 'PodVolumeBackup'];
