import { formatDuration } from '@resilience/config/duration';
import type { Proof } from '@resilience/recovery/prove';

/** `5 h by hourly (gap 4 h + backup 45 min + lag 15 min)` */
export function formatLoss({
  schedule,
  gap,
  duration,
  lag,
  total,
}: NonNullable<Proof['loss']>): string {
  const terms = [
    `gap ${formatDuration(gap)}`,
    `backup ${formatDuration(duration)}`,
    ...(lag.seconds > 0 ? [`lag ${formatDuration(lag)}`] : []),
  ];
  return `${formatDuration(total)} by ${schedule} (${terms.join(' + ')})`;
}
