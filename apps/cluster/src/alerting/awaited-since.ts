/**
 * Since when Prometheus has known of something that it may wait for: what never happened is overdue,
 * too, once it has been awaited for long enough.
 */
export const awaitedSince = (label: 'drill' | 'schedule', name: string): string =>
  `max(resilience:awaited_since_timestamp_seconds{${label}="${name}"})`;
