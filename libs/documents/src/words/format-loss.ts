import { formatDuration } from '@resilience/config/duration';
import type { Candidate } from '@resilience/recovery/candidate';

/** `5 h by hourly (gap 4 h + backup 45 min + lag 15 min; all but the gap assumed)` */
export function formatLoss({
  schedule,
  loss: { gap, skipped, duration, lag, total },
}: Pick<Candidate, 'schedule' | 'loss'>): string {
  const terms = [
    `gap ${formatDuration(gap)}`,
    ...(skipped.seconds > 0 ? [`skipped runs ${formatDuration(skipped)}`] : []),
    `backup ${formatDuration(duration)}`,
    ...(lag.seconds > 0 ? [`lag ${formatDuration(lag)}`] : []),
  ];
  return `${formatDuration(total)} by ${schedule} (${terms.join(' + ')}; all but the gap assumed)`;
}
