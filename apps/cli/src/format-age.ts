import { formatDuration } from '@resilience/config/duration';

/** In whole hours, and minutes below one. */
export function formatAge(seconds: number): string {
  const unit = seconds < 3600 ? 60 : 3600;
  return formatDuration({ seconds: Math.floor(Math.max(0, seconds) / unit) * unit });
}
