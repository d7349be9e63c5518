import type { Backup } from '../velero/backup.ts';
import type { Movement } from '../velero/movements.ts';
import type { VolumeResults } from '../velero/volume-results.ts';

/** Everything about one backup. */
export interface Described {
  readonly backup: Backup;
  readonly services: readonly {
    readonly service: string;
    /** Why it cannot be restored from this backup; null where it can. */
    readonly refusal: string | null;
  }[];
  readonly volumes: VolumeResults;
  readonly movements: readonly Movement[];
}
