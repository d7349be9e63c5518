import { z } from 'zod';

import { inDays } from '../units/duration.ts';
import {
  inWholeDays,
  money,
  nonEmpty,
  object,
  oneOf,
  positiveDuration,
  reason,
  shortName,
  text,
  wholeDays,
} from './scalars.ts';

/** The bounds that KMS has, both included. */
function daysBetween(low: number, high: number) {
  const error = `a time from days(${low}) to days(${high}) such as days(${low})`;
  return inWholeDays(error).refine((age) => inDays(age) >= low && inDays(age) <= high, { error });
}

/** Encryption by default is a setting of the whole account in a region: only one environment may own it. */
const newVolumes = z.discriminatedUnion(
  'encrypted',
  [
    object('EBS volumes and snapshots encrypted by default, with a key of this environment', {
      encrypted: z.literal('by-default'),
    }),
    object('EBS encryption by default that others see to, with the reason', {
      encrypted: z.literal('elsewhere'),
      reason,
    }),
  ],
  { error: 'new volumes encrypted by-default or elsewhere' },
);

const encryption = object('encryption: keyRotation, keyDeletionWindow and newVolumes', {
  /** How often KMS makes new key material; old material stays able to decrypt. */
  keyRotation: daysBetween(90, 2560),
  /** How long a key that was scheduled for deletion can still be saved. */
  keyDeletionWindow: daysBetween(7, 30),
  newVolumes,
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
  /** Parts of uploads that never ended are gone: nobody sees them, and AWS bills them. */
  abortIncompleteUploadsAfter: wholeDays,
});

const objectLock = z.discriminatedUnion(
  'mode',
  [
    object('object lock off, with its reason', { mode: z.literal('off'), reason }),
    object('object lock in governance mode', {
      mode: z.literal('governance'),
      /** How long no version can be deleted, except by a privileged administrator. */
      retention: wholeDays,
    }),
    object('object lock in compliance mode', {
      mode: z.literal('compliance'),
      /** How long no version can be deleted, by nobody and not shortened either. */
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
      /** The environments that may mount the replica; its key serves no other. */
      readBy: z.array(shortName, { error: 'a list of environments, possibly empty' }),
    }),
    object('no replication, with its reason', { to: z.literal('nowhere'), reason }),
  ],
  { error: 'replication to dr-region or nowhere' },
);

/** A copy of everything that was ever written, in the DR region, too cold to be mounted. */
const archive = z.discriminatedUnion(
  'to',
  [
    object('an archive in Glacier Deep Archive', {
      to: z.literal('deep-archive'),
      /** Backup metadata is gone; kopia's shared packs never expire. */
      expireAfter: daysBetween(180, 36_500),
    }),
    object('no archive, with its reason', { to: z.literal('nowhere'), reason }),
  ],
  { error: 'an archive to deep-archive or nowhere' },
);

const breakGlass = object('who may restore by hand when all else fails: principals', {
  /** IAM users or roles of the account; each needs MFA. */
  principals: nonEmpty(
    'a list of at least one IAM user or role by its ARN',
    text(
      'an ARN such as arn:aws:iam::111122223333:user/alice',
      /^arn:aws[a-z-]*:iam::\d{12}:(user|role)\/[\w+=,.@/-]+$/,
    ),
  ),
});

/** Where the environment's backups are: in a bucket of its own, or in another environment's replica. */
export const storage = z.discriminatedUnion(
  'kind',
  [
    object('a bucket of its own', {
      kind: z.literal('bucket'),
      /** A bucket that is there already and becomes the environment's; else the name is derived. */
      adopts: text(
        'the name of an S3 bucket such as example-velero-backups',
        /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
      ).exactOptional(),
      /** The folder of the bucket that backups are in; the bucket's root where it is left out. */
      prefix: text(
        'a folder such as velero/production, without a slash at its end',
        /^[\w.-]+(\/[\w.-]+)*$/,
      ).exactOptional(),
      encryption,
      lifecycle,
      objectLock,
      accessLogs: object('the access logs of the bucket: retention', {
        /** How long S3's log of every request is kept. */
        retention: wholeDays,
      }),
      replication,
      archive,
      breakGlass,
      /** A warning is sent at 80 % of it, and when it is passed or will be. */
      monthlyBudget: money,
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
