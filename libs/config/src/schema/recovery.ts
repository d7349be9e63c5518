import { z } from 'zod';

import { bytes, duration, object } from './scalars.ts';
import { scenarios } from './scenario.ts';

/** Steps that take as long for one service as for another. */
export const steps = [
  /** Choosing the backup, looking whether it can be restored, taking the lock. */
  'pre-flight',
  /** A new cluster with ArgoCD and Velero in it. */
  'cluster-build',
  /** The replica's location is there and its backups are known. */
  'replica-mount',
  /** A volume is made from its snapshot, and attached; its data comes after. */
  'volume-creation',
  /** From the restored objects to ready pods: scheduling, images, start. */
  'pod-start',
  /** One declared check of a service. */
  'check',
  /** DNS and clients follow to the other region. */
  'traffic-switch',
] as const;

export type Step = (typeof steps)[number];

export const rates = ['snapshot-initialisation', 'file-level-download', 'object-creation'] as const;

export type Rate = (typeof rates)[number];

const span = object('a time such as { expected: minutes(2), atMost: minutes(5) }', {
  /** How long it usually takes: what `explain` and the simulation expect. */
  expected: duration,
  /** How long it takes at worst: what the proof counts. */
  atMost: duration,
}).refine(({ expected, atMost }) => expected.seconds <= atMost.seconds, {
  error: 'an expected time that is not above atMost',
});

const throughput = object('data per second such as { expected: mib(200), atLeast: mib(100) }', {
  /** The usual rate, for each second. */
  expected: bytes,
  /** The rate at worst, for each second: what the proof counts. */
  atLeast: bytes,
}).refine(({ expected, atLeast }) => expected.bytes >= atLeast.bytes, {
  error: 'an expected rate that is not below atLeast',
});

const perSecond = z
  .number({ error: 'a number above zero such as 10' })
  .positive({ error: 'a number above zero such as 10' });

const objectRate = object('objects per second such as { expected: 20, atLeast: 5 }', {
  /** The usual rate. */
  expected: perSecond,
  /** The rate at worst: what the proof counts. */
  atLeast: perSecond,
}).refine(({ expected, atLeast }) => expected >= atLeast, {
  error: 'an expected rate that is not below atLeast',
});

const disasters = z.enum(scenarios);
export const spans = (expected: string) => z.partialRecord(disasters, span, { error: expected });

/**
 * What recovery times are computed from as long as no drill has measured it. What is left out is not
 * known: an objective that needs it cannot be proved.
 */
export const recovery = object('what recovery times are computed from', {
  /** A measured worst case counts alone from so many runs on; before, the worse of both counts. */
  trustMeasurementsAfter: z
    .int({ error: 'a whole number of runs such as 5' })
    .positive({ error: 'a whole number of runs such as 5' }),
  /** From the disaster to the one who is paged. */
  detection: spans('times of detection by scenario'),
  /** From the page to the start of the runbook. */
  decision: spans('times of decision by scenario'),
  /** Of the steps that take as long for one service as for another. */
  steps: z.partialRecord(z.enum(steps), span, { error: 'times by step' }),
  rates: object('rates of snapshot-initialisation, file-level-download and object-creation', {
    /** Of one volume, from its snapshot; volumes are initialised beside each other. */
    'snapshot-initialisation': throughput.exactOptional(),
    /** Of the whole cluster, from the bucket. */
    'file-level-download': throughput.exactOptional(),
    /** Of Velero, by the API server. */
    'object-creation': objectRate.exactOptional(),
  } satisfies Record<Rate, z.ZodType>),
});
