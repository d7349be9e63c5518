import { minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { schedulesThatUpload } from '../copied-volumes.ts';

/** Velero looks at a repository every five minutes, and takes it for not ready when its location changes. */
const severalLooks = minutes(15);

/** Files of its namespace are neither copied nor restored. */
export const RepositoryNotReady = alert({
  name: 'RepositoryNotReady',
  severity: 'critical',
  component: 'repository',
  needs: ['resilience_backup_repository_phase'],
  conditions: (environment) => {
    // Where nothing is copied there may be no repository; the pre-flight of a restore looks at those that are.
    if (schedulesThatUpload(environment).length === 0) return [];
    return [
      {
        expr: 'max by (repository, volume_namespace) (resilience_backup_repository_phase{phase="NotReady"}) == 1',
        for: severalLooks,
        summary: 'Velero cannot open the repository {{ $labels.repository }}',
        description: `The repository of {{ $labels.volume_namespace }} in ${environment.backups.bucket} is not ready: its files are neither copied nor restored. Another password than the one that it was made with is one cause.`,
      },
    ];
  },
});
