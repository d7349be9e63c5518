import { z } from 'zod';

import { hook } from './hook.ts';
import { bytes, dnsLabel, labels, reason, text } from './scalars.ts';
import { objectives } from './scenario.ts';
import { verification } from './verification.ts';

const workload = z.strictObject(
  {
    kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet'], {
      error: 'Deployment, StatefulSet or DaemonSet',
    }),
    name: dnsLabel,
    /** The labels that select its pods; hooks run in them. */
    podLabels: labels,
  },
  { error: 'a workload: kind, name and podLabels' },
);

const volumeBackup = z.discriminatedUnion(
  'method',
  [
    /** A CSI snapshot, moved to the bucket by schedules that make file-level copies. */
    z.strictObject({ method: z.literal('snapshot') }),
    /** Files are copied from the running pod; only for data that may change while it is read. */
    z.strictObject({ method: z.literal('file-system') }),
    z.strictObject({ method: z.literal('skip'), reason }),
  ],
  { error: 'a backup with the method snapshot, file-system or skip' },
);

const volume = z.strictObject(
  {
    size: bytes,
    content: z.enum(['postgres', 'mysql', 'uploads', 'prometheus', 'grafana', 'logs', 'cache'], {
      error: 'postgres, mysql, uploads, prometheus, grafana, logs or cache',
    }),
    /** The labels of its PersistentVolumeClaims: Velero's volume policies select by them. */
    claimLabels: labels,
    backup: volumeBackup,
  },
  { error: 'a volume: size, content, claimLabels and backup' },
);

export const service = z.strictObject(
  {
    namespace: dnsLabel,
    /** The team that answers for the service. */
    owner: text('the team that owns the service'),
    tier: z.enum(['critical', 'important', 'standard'], {
      error: 'critical, important or standard',
    }),
    workloads: z.array(workload, { error: 'a list of workloads, possibly empty' }),
    volumes: z.record(dnsLabel, volume, { error: 'volumes by name, possibly none' }),
    hooks: z.array(hook, { error: 'a list of hooks, possibly empty' }),
    /** What must hold after a restore before the service counts as recovered. */
    verification: z
      .array(verification, { error: 'a list of at least one check' })
      .nonempty({ error: 'a list of at least one check' }),
    objectives,
  },
  { error: 'a service' },
);
