import type { Proof } from '@resilience/recovery/prove';

/** What a breach loses for good: backups of it do not outlive the disaster, or none was ever made. */
export function formatLost({ lost, neverRecovered }: Proof): string {
  const skipped = new Set(neverRecovered.map(({ volume }) => volume));
  const gone = lost.filter((name) => !skipped.has(name));
  const unsaved = lost.filter((name) => skipped.has(name));
  return [
    ...(gone.length > 0 ? [`no copy of ${gone.join(', ')} is left`] : []),
    ...(unsaved.length > 0 ? [`no backup holds ${unsaved.join(', ')}`] : []),
  ].join(', ');
}
