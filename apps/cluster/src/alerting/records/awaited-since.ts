import { days } from '@resilience/config/duration';

import { firstOf, promDuration } from '../promql.ts';
import { recordFamily, type RecordingRule } from '../record.ts';

const record = 'resilience:awaited_since_timestamp_seconds';

/** Prometheus may be away for a while; whatever it awaits is awaited anew after more than that. */
const remembered = promDuration(days(1));

export const awaitedSince = recordFamily({
  name: 'awaited-since',
  about: 'Since when the first run of a drill, or the first backup in a replica, has been awaited.',
  rules: ({ drills, storage, backups }) => [
    ...Object.keys(drills).map((drill) => awaited('drill', drill)),
    ...(storage.kind === 'replica'
      ? Object.keys(backups.source.schedules).map((schedule) => awaited('schedule', schedule))
      : []),
  ],
});

const awaited = (label: 'drill' | 'schedule', name: string): RecordingRule => ({
  record,
  expr: firstOf(
    `max(last_over_time(${record}{${label}="${name}"}[${remembered}]))`,
    'vector(time())',
  ),
  labels: { [label]: name },
});
