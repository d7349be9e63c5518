import type { Duration } from '@resilience/config/duration';

export interface KeptSchedule {
  readonly cron: string;
  readonly retention: Duration;
  readonly covers: 'cluster' | readonly string[];
  readonly volumes: 'snapshots' | 'file-level-copies';
  readonly durationBudget: Duration;
}

/** What a declaration keeps of what was found; what the answers say is beside it. */
export interface Kept {
  /** The bucket that becomes the environment's. */
  readonly adopts: string | undefined;
  /** The folder of the bucket. */
  readonly prefix: string | undefined;
  readonly velero: { readonly server: string; readonly awsPlugin: string };
  readonly schedules: Readonly<Record<string, KeptSchedule>>;
  readonly services: Readonly<Record<string, object>>;
  readonly leftOut: readonly { readonly namespaces: string; readonly reason: string }[];
  /** The longest that any schedule keeps a backup. */
  readonly longest: Duration;
  /** A service that is in backups: the first drill restores it. */
  readonly drilled: string;
  /** Where what is declared differs from what was found, or rests on an assumption. */
  readonly notes: readonly string[];
}

/** What is said of everything that stands as it was found. */
export const asFound = (why: string): string => `Kept as found: ${why}.`;
