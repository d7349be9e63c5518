import { z } from 'zod';

import { content } from './content.ts';
import { hook } from './hook.ts';
import { bytes, dnsLabel, labels, object, oneOf, reason, share, text } from './scalars.ts';
import { objectives } from './scenario.ts';
import { verification } from './verification.ts';
import { tiers } from './tiers.ts';

const workload = object('a workload: kind, name and podLabels', {
  /** The kind of the object that runs the pods. */
  kind: oneOf('Deployment', 'StatefulSet', 'DaemonSet'),
  /** The name of that object, by which hooks and checks refer to it. */
  name: dnsLabel,
  /** The labels that select its pods; hooks run in them. */
  podLabels: labels,
});

const volumeBackup = z.discriminatedUnion(
  'method',
  [
    /** A CSI snapshot, moved to the bucket by schedules that make file-level copies. */
    object('a backup by snapshot', { method: z.literal('snapshot') }),
    /** Files are copied from the running pod; only for data that may change while it is read. */
    object('a backup of the file system', { method: z.literal('file-system') }),
    object('a skipped backup with its reason', { method: z.literal('skip'), reason }),
  ],
  { error: 'a backup with the method snapshot, file-system or skip' },
);

export const volume = object('a volume: size, used, dailyChange, content, claimLabels and backup', {
  /** The size of each claim: what a restore makes anew. */
  size: bytes,
  /** How much of the size holds data: what is copied, and paid for. */
  used: share,
  /** How much of the data differs a day later: what the next copy adds. */
  dailyChange: share,
  /** What software keeps there: it decides which copies can be used. */
  content,
  /** The labels of its PersistentVolumeClaims: Velero's volume policies select by them. */
  claimLabels: labels,
  backup: volumeBackup,
});

/** With the keys that are understood before a service is complete. */
const alsoWritten = ['software', 'notBackedUp'];

export const service = object(
  'a service',
  {
    /** Where the service runs; its own name where it is left out. */
    namespace: dnsLabel,
    /** The team that answers for the service. */
    owner: text('the team that owns the service such as checkout'),
    /** Decides objectives, schedules, the order of recovery, and who is notified. */
    tier: oneOf(...tiers),
    /** How many Kubernetes objects its namespace has, roughly: a restore makes them one by one. */
    objects: z
      .int({ error: 'a number of objects such as 100' })
      .positive({ error: 'a number of objects such as 100' }),
    /** What has to run again before the service counts as restored. */
    workloads: z.array(workload, { error: 'a list of workloads, possibly empty' }),
    /** The volumes that hold its data; others in its namespace are snapshotted. */
    volumes: z.record(dnsLabel, volume, { error: 'volumes by name, possibly none' }),
    /** What Velero runs in its pods before and after a backup, and after a restore. */
    hooks: z.array(hook, { error: 'a list of hooks, possibly empty' }),
    /** What must hold after a restore, beside that all is there, before the service counts as recovered. */
    verification: z.array(verification, { error: 'a list of checks, possibly empty' }),
    objectives,
  },
  alsoWritten,
);
