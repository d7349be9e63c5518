import type { RecordFamily } from '../record.ts';
import { awaitedSince } from './awaited-since.ts';
import { backupCost } from './backup-cost.ts';
import { backupDataTimestamp } from './backup-data-timestamp.ts';
import { backupDuration } from './backup-duration.ts';
import { bucketBytes } from './bucket-bytes.ts';
import { drills } from './drills.ts';
import { keys } from './keys.ts';
import { replicationLag } from './replication-lag.ts';
import { serviceDataAge } from './service-data-age.ts';
import { serviceObjectives } from './service-objectives.ts';
import { serviceProofs } from './service-proofs.ts';
import { snapshots } from './snapshots.ts';

/** Every family of recording rules. */
export const records: readonly RecordFamily[] = [
  awaitedSince,
  backupCost,
  backupDataTimestamp,
  backupDuration,
  bucketBytes,
  drills,
  keys,
  replicationLag,
  serviceDataAge,
  serviceObjectives,
  serviceProofs,
  snapshots,
];
