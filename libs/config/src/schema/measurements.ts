import { z } from 'zod';

import { object, text } from './scalars.ts';
import { rates, steps } from './recovery.ts';
import { scenarios } from './scenario.ts';

const positive = z
  .number({ error: 'a number above zero such as 10' })
  .positive({ error: 'a number above zero such as 10' });

const measurement = object('a measurement: runs, expected, worst, newest and evidence', {
  runs: z
    .int({ error: 'a whole number of runs such as 5' })
    .positive({ error: 'a whole number of runs such as 5' }),
  /** The median; seconds for a time, bytes or objects per second for a rate. */
  expected: positive,
  /** The slowest of all runs, in the same unit. */
  worst: positive,
  newest: z.iso.date({ error: 'a date such as 2027-03-31' }),
  /** The drill reports that it was taken from. */
  evidence: z
    .array(text('the address of a drill report such as s3://evidence/report.json'), {
      error: 'a list of drill reports',
    })
    .nonempty({ error: 'a list of at least one drill report' }),
});

const by = <Name extends string>(names: readonly Name[], expected: string) =>
  z.partialRecord(z.enum(names), measurement, { error: expected });

/** `environments/<env>/measurements.json`: what drills measured, in the words of the assumptions. */
export const measurements = object('measurements: detection, decision, steps and rates', {
  detection: by(scenarios, 'measurements by scenario'),
  decision: by(scenarios, 'measurements by scenario'),
  steps: by(steps, 'measurements by step'),
  rates: by(rates, 'measurements by rate'),
});

export type Measurements = z.output<typeof measurements>;
export type Measurement = z.output<typeof measurement>;
