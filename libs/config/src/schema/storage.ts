import { z } from 'zod';

import { positiveDuration, reason, shortName, wholeDays } from './scalars.ts';

const encryption = z.strictObject(
  {
    /** How often KMS makes new key material; old material stays able to decrypt. */
    keyRotation: wholeDays.refine(
      ({ seconds }) => seconds >= 90 * 86_400 && seconds <= 2560 * 86_400,
      {
        error: 'a rotation period from days(90) to days(2560)',
      },
    ),
    /** How long a key that was scheduled for deletion can still be saved. */
    keyDeletionWindow: wholeDays.refine(
      ({ seconds }) => seconds >= 7 * 86_400 && seconds <= 30 * 86_400,
      {
        error: 'a deletion window from days(7) to days(30)',
      },
    ),
  },
  { error: 'encryption: keyRotation and keyDeletionWindow' },
);

/** Ages of objects, in whole days since they were written. */
const lifecycle = z.strictObject(
  {
    /** Backup metadata moves to STANDARD_IA. */
    infrequentAccessAfter: wholeDays,
    /** Backup metadata moves to GLACIER_IR, the coldest class that Velero can read at once. */
    glacierInstantRetrievalAfter: wholeDays,
    /** Backup metadata is gone; kopia's shared packs never expire. */
    expireAfter: wholeDays,
    /** Overwritten and deleted versions are gone. */
    expireNoncurrentAfter: wholeDays,
    abortIncompleteUploadsAfter: wholeDays,
  },
  { error: 'the ages at which objects change class and expire' },
);

const objectLock = z.discriminatedUnion(
  'mode',
  [
    z.strictObject({ mode: z.literal('off'), reason }),
    z.strictObject({ mode: z.literal('governance'), retention: wholeDays }),
    z.strictObject({ mode: z.literal('compliance'), retention: wholeDays }),
  ],
  { error: 'object lock with the mode off, governance or compliance' },
);

const replication = z.discriminatedUnion(
  'to',
  [
    z.strictObject({
      to: z.literal('dr-region'),
      /** The lag that recovery objectives are computed with; replication time control promises 15 minutes. */
      maximumLag: positiveDuration,
    }),
    z.strictObject({ to: z.literal('nowhere'), reason }),
  ],
  { error: 'replication to dr-region or nowhere' },
);

/** Where the environment's backups are: in a bucket of its own, or in another environment's replica. */
export const storage = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('bucket'),
      encryption,
      lifecycle,
      objectLock,
      replication,
    }),
    z.strictObject({
      kind: z.literal('replica'),
      /** The environment whose backups are replicated to this one's region. */
      of: shortName,
      /** ReadWrite only after a failover, by a reviewed change. */
      accessMode: z.enum(['ReadOnly', 'ReadWrite'], { error: 'ReadOnly or ReadWrite' }),
    }),
  ],
  { error: 'storage of the kind bucket or replica' },
);
