import type { Rule } from '../../rule.ts';
import { accessIsLogged } from './access-is-logged.ts';
import { backupsOutliveTheirTtl } from './backups-outlive-their-ttl.ts';
import { backupsStayReadable } from './backups-stay-readable.ts';
import { bucketsAreVersioned } from './buckets-are-versioned.ts';
import { byClassOfData } from './by-class-of-data.ts';
import { classesInOrder } from './classes-in-order.ts';
import { deletionsStayHere } from './deletions-stay-here.ts';
import { evidenceIsLocked } from './evidence-is-locked.ts';
import { incompleteUploadsAreAborted } from './incomplete-uploads-are-aborted.ts';
import { kopiaPacksNeverExpire } from './kopia-packs-never-expire.ts';
import { kopiaPacksStayReadable } from './kopia-packs-stay-readable.ts';
import { locksAreVersioned } from './locks-are-versioned.ts';
import { nothingIsDestroyed } from './nothing-is-destroyed.ts';
import { oldVersionsExpire } from './old-versions-expire.ts';
import { replicasHaveALifecycle } from './replicas-have-a-lifecycle.ts';
import { snapshotsAreKept } from './snapshots-are-kept.ts';
import { ttlIsATime } from './ttl-is-a-time.ts';

export const retentionRules: readonly Rule[] = [
  accessIsLogged,
  backupsOutliveTheirTtl,
  backupsStayReadable,
  bucketsAreVersioned,
  byClassOfData,
  classesInOrder,
  deletionsStayHere,
  evidenceIsLocked,
  incompleteUploadsAreAborted,
  kopiaPacksNeverExpire,
  kopiaPacksStayReadable,
  locksAreVersioned,
  nothingIsDestroyed,
  oldVersionsExpire,
  replicasHaveALifecycle,
  snapshotsAreKept,
  ttlIsATime,
];
