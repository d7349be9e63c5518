import { days, hours } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { schedulesThatUpload } from '../copied-volumes.ts';
import { firstOf, promDuration } from '../promql.ts';
import { seenWithin } from '../seen-within.ts';

/** Velero maintains a repository of kopia every hour, and begins again within minutes when that fails. */
const every = hours(1);
const missed = days(1);
const window = hours(6);
const retries = 3;

const last =
  'max by (repository) (resilience_backup_repository_last_maintenance_timestamp_seconds)';

/** Only shown once something has failed; it then counts from its first failure that is followed by others. */
const failures = `label_replace(
  sum by (repository_name) (increase(velero_repo_maintenance_failure_total[${promDuration(window)}])) > ${retries},
  "repository", "$1", "repository_name", "(.+)"
)`;

/** Expired data stays in the bucket, and restores become slow. */
export const RepositoryMaintenanceFailing = alert({
  name: 'RepositoryMaintenanceFailing',
  severity: 'warning',
  component: 'repository',
  needs: ['resilience_backup_repository_last_maintenance_timestamp_seconds'],
  conditions: (environment) => {
    if (schedulesThatUpload(environment).length === 0) return [];
    return [
      {
        expr: firstOf(
          `max by (repository) (time() - ${last}) > ${missed.seconds}`,
          // Failures are over once one has succeeded since.
          `max by (repository) (${failures} unless on (repository) time() - ${last} < ${2 * every.seconds})`,
        ),
        for: seenWithin,
        summary: 'The repository {{ $labels.repository }} is not maintained',
        description:
          'The maintenance of {{ $labels.repository }} keeps failing, or has not run for a day: expired data stays in the bucket, is paid for, and slows down restores.',
      },
    ];
  },
});
