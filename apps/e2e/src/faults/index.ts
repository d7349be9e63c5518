import { apiserverRestartedDuringBackup } from './apiserver-restarted-during-backup.ts';
import { backupExpired } from './backup-expired.ts';
import { bucketEmptied } from './bucket-emptied.ts';
import { claimPending } from './claim-pending.ts';
import { contentFlipped } from './content-flipped.ts';
import { contentTruncated } from './content-truncated.ts';
import { crdMissing } from './crd-missing.ts';
import { hookFails } from './hook-fails.ts';
import { hookHangs } from './hook-hangs.ts';
import { s3ForbidsFiles } from './s3-forbids-files.ts';
import { moverDeleted } from './mover-deleted.ts';
import { moverKilled } from './mover-killed.ts';
import { nodeAgentKilled } from './node-agent-killed.ts';
import { packFlipped } from './pack-flipped.ts';
import { packMissing } from './pack-missing.ts';
import { diskFull } from './disk-full.ts';
import { snapshotFails } from './snapshot-fails.ts';
import { snapshotLost } from './snapshot-lost.ts';
import { passwordWrong } from './password-wrong.ts';
import type { Fault } from './fault.ts';
import { keyDisabled } from './key-disabled.ts';
import { locationWrong } from './location-wrong.ts';
import { namespaceGone } from './namespace-gone.ts';
import { pluginKilled } from './plugin-killed.ts';
import { s3CutsDownloads } from './s3-cuts-downloads.ts';
import { s3CutsUploads } from './s3-cuts-uploads.ts';
import { s3Fails } from './s3-fails.ts';
import { s3ForbidsEverything } from './s3-forbids-everything.ts';
import { s3ForbidsWriting } from './s3-forbids-writing.ts';
import { s3Slow } from './s3-slow.ts';
import { storageClassMissing } from './storage-class-missing.ts';
import { twoRestoresAtOnce } from './two-restores-at-once.ts';
import { veleroKilledDuringBackup } from './velero-killed-during-backup.ts';
import { veleroKilledDuringRestore } from './velero-killed-during-restore.ts';
import { versionSkew } from './version-skew.ts';

/** In the order in which they are made. */
export const faults: readonly Fault[] = [
  veleroKilledDuringBackup,
  veleroKilledDuringRestore,
  pluginKilled,
  apiserverRestartedDuringBackup,
  twoRestoresAtOnce,
  namespaceGone,
  locationWrong,
  s3ForbidsWriting,
  s3Fails,
  s3CutsUploads,
  s3CutsDownloads,
  s3Slow,
  keyDisabled,
  contentTruncated,
  contentFlipped,
  crdMissing,
  versionSkew,
  claimPending,
  storageClassMissing,
  backupExpired,
  bucketEmptied,
  s3ForbidsEverything,
  hookFails,
  hookHangs,
  s3ForbidsFiles,
  moverKilled,
  moverDeleted,
  nodeAgentKilled,
  packFlipped,
  packMissing,
  diskFull,
  snapshotFails,
  snapshotLost,
  passwordWrong,
];
