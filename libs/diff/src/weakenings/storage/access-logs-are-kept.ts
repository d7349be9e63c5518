import { longer } from '../../length.ts';
import { ofBucket } from '../../of-bucket.ts';

export const accessLogsAreKept = ofBucket({
  id: 'storage/access-logs-are-kept',
  path: 'storage.accessLogs.retention',
  guard: ({ storage }) => longer(storage.accessLogs.retention),
  sentence: (after, before) =>
    `Access logs of the bucket are kept for ${after} instead of ${before}.`,
});
