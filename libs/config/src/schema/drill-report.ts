import { z } from 'zod';

import { scenarios } from './scenario.ts';

const seconds = z.number().nonnegative();
const instant = z.iso.datetime();

/** What one declared check found, in the words of `verify.sh`. */
const check = z.looseObject({
  service: z.string(),
  check: z.string(),
  subject: z.string(),
  verified: z.boolean(),
  detail: z.string(),
  seconds,
});

const service = z.strictObject({
  service: z.string(),
  scenario: z.enum(scenarios),
  /** Null where none was found. */
  backup: z.string().nullable(),
  checks: z.array(check),
  /** From the start of the restore until every check had passed; null where one did not. */
  recoveryTimeSeconds: seconds.nullable(),
  /** How old the newest data was when the drill or the disaster began; null where no backup was found. */
  dataLossSeconds: seconds.nullable(),
});

/** The report of one run of a drill or runbook, as it lies in the evidence bucket. */
export const drillReport = z.strictObject({
  /** Null for a recovery. */
  drill: z.string().nullable(),
  environment: z.string(),
  workflow: z.string(),
  startedAt: instant,
  finishedAt: instant,
  outcome: z.enum(['succeeded', 'failed']),
  /** The first step that failed; null where none did. */
  failedStep: z.string().nullable(),
  steps: z.array(z.strictObject({ name: z.string(), seconds })),
  services: z.array(service),
  /** Of the whole restore, per second; null where nothing was moved or made. */
  rates: z.strictObject({ bytes: seconds.nullable(), objects: seconds.nullable() }),
  /** What the run made and could not take away again. */
  leftBehind: z.array(z.string()),
  /** The revision of this repository that the run was rendered from, where ArgoCD says so. */
  layerRevision: z.string().nullable(),
});

export type DrillReport = z.output<typeof drillReport>;
