import type { Day } from './day/day.ts';

/** Something that goes wrong on a day, and what it is alerted by. */
export interface Fault {
  readonly what: string;
  readonly happen: (day: Day) => Day;
  /** Every alert that is active meanwhile, but for the one that always is. */
  readonly alerts: readonly string[];
}

const objects = 'resilience-object-state';
const cloudwatch = 'resilience-cloudwatch';

export const faults: readonly Fault[] = [
  {
    what: 'the newest daily backup failed',
    happen: (day) => ({
      ...day,
      [objects]: lines(day[objects], /backup="daily-20260601020000"/, (line) =>
        line.replace('phase="Completed"', 'phase="Failed"'),
      ),
    }),
    alerts: ['BackupFailed{schedule="daily"}'],
  },
  {
    what: 'Velero cannot reach its bucket',
    happen: (day) => ({
      ...day,
      [objects]: lines(day[objects], /^resilience_backup_storage_location_phase/, (line) =>
        line.replace(/\d$/, line.includes('Unavailable') ? '1' : '0'),
      ),
      velero: lines(day.velero, /^velero_backup_location_status_gauge/, (line) =>
        line.replace(/\d$/, '0'),
      ),
    }),
    alerts: ['BackupStorageUnavailable{storage_location="default"}'],
  },
  {
    what: 'the node-agent does not answer',
    happen: (day) => ({ ...day, 'node-agent': undefined }),
    alerts: ['NodeAgentDown{}'],
  },
  {
    what: 'the backups of every four hours ended half a day ago',
    happen: (day) => ({
      ...day,
      [objects]: lines(day[objects], /backup="four-hourly-critical-\d+/, (line) =>
        line.includes('20260601083000')
          ? ''
          : line.replace(/\d+$/, (moment) =>
              line.includes('_timestamp_seconds{') ? `${Number(moment) - 8 * 3600}` : moment,
            ),
      ),
    }),
    alerts: [
      'BackupDataAgeOverRpo{service="catalog"}',
      'BackupDataAgeOverRpo{service="orders"}',
      'BackupScheduleMissed{schedule="four-hourly-critical"}',
    ],
  },
  {
    what: 'objects could not be replicated',
    happen: (day) => ({
      ...day,
      [cloudwatch]: lines(day[cloudwatch], /^aws_s3_operations_failed_replication_sum/, (line) =>
        line.replace(/\d+$/, '3'),
      ),
    }),
    alerts: ['ReplicationFailing{rule="disaster-recovery"}'],
  },
  {
    what: 'a policy keeps EventBridge from the topic',
    happen: (day) => ({
      ...day,
      [cloudwatch]: lines(
        day[cloudwatch],
        /^aws_events_failed_invocations_sum.*break-glass-used.*us-east-1/,
        (line) => line.replace(/\d+$/, '1'),
      ),
    }),
    alerts: [
      'EventsUndelivered{dimension_RuleName="harbour-production-resilience-alarms-break-glass-used",region="us-east-1"}',
    ],
  },
  {
    what: 'the exporter of CloudWatch is gone',
    happen: (day) => ({ ...day, [cloudwatch]: undefined }),
    alerts: ['ResilienceMetricsMissing{job="resilience-cloudwatch",metric="up"}'],
  },
];

/** @throws when no line is so: the text has changed, and nothing would go wrong */
function lines(text = '', which: RegExp, change: (line: string) => string): string {
  const changed = text
    .split('\n')
    .map((line) => (which.test(line) && !line.startsWith('#') ? change(line) : line));
  const result = changed.join('\n');
  if (result === text) throw new Error(`nothing in the day is like ${which.source}`);
  return result;
}
