import { z } from 'zod';

import { inDays } from '../units/duration.ts';
import { object, oneOf, positiveDuration, reason, shortName, wholeDays } from './scalars.ts';

/** The bounds that KMS has, both included. */
const daysBetween = (low: number, high: number) =>
  wholeDays.refine((age) => inDays(age) >= low && inDays(age) <= high, {
    error: `a time from days(${low}) to days(${high})`,
  });

const encryption = object('encryption: keyRotation and keyDeletionWindow', {
  /** How often KMS makes new key material; old material stays able to decrypt. */
  keyRotation: daysBetween(90, 2560),
  /** How long a key that was scheduled for deletion can still be saved. */
  keyDeletionWindow: daysBetween(7, 30),
});

/** Ages of objects, in whole days since they were written. */
const lifecycle = object('the ages at which objects change class and expire', {
  /** Backup metadata moves to STANDARD_IA. */
  infrequentAccessAfter: wholeDays,
  /** Backup metadata moves to GLACIER_IR, the coldest class that Velero can read at once. */
  glacierInstantRetrievalAfter: wholeDays,
  /** Backup metadata is gone; kopia's shared packs never expire. */
  expireAfter: wholeDays,
  /** Overwritten and deleted versions are gone. */
  expireNoncurrentAfter: wholeDays,
  abortIncompleteUploadsAfter: wholeDays,
});

const objectLock = z.discriminatedUnion(
  'mode',
  [
    object('object lock off, with its reason', { mode: z.literal('off'), reason }),
    object('object lock in governance mode', {
      mode: z.literal('governance'),
      retention: wholeDays,
    }),
    object('object lock in compliance mode', {
      mode: z.literal('compliance'),
      retention: wholeDays,
    }),
  ],
  { error: 'object lock with the mode off, governance or compliance' },
);

const replication = z.discriminatedUnion(
  'to',
  [
    object('replication to the DR region', {
      to: z.literal('dr-region'),
      /** The lag that recovery objectives are computed with; replication time control promises 15 minutes. */
      maximumLag: positiveDuration,
    }),
    object('no replication, with its reason', { to: z.literal('nowhere'), reason }),
  ],
  { error: 'replication to dr-region or nowhere' },
);

/** Where the environment's backups are: in a bucket of its own, or in another environment's replica. */
export const storage = z.discriminatedUnion(
  'kind',
  [
    object('a bucket of its own', {
      kind: z.literal('bucket'),
      encryption,
      lifecycle,
      objectLock,
      replication,
    }),
    object('the replica of another environment', {
      kind: z.literal('replica'),
      /** The environment whose backups are replicated to this one's region. */
      of: shortName,
      /** ReadWrite only after a failover, by a reviewed change. */
      accessMode: oneOf('ReadOnly', 'ReadWrite'),
    }),
  ],
  { error: 'storage of the kind bucket or replica' },
);
