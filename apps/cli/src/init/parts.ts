import { days } from '@resilience/config';
import { inDays } from '@resilience/config/duration';
import type { Duration } from '@resilience/config/duration';

import type { Answers } from './answers.ts';
import { declaredServices, namedServices } from './declared-services.ts';
import { usualSchedules } from './usual-schedules.ts';
import { velero } from './usual-velero.ts';
import { waiversOf, waiversOfFound } from './waivers.ts';
import type { Kept } from './from-audit/kept.ts';
import type { Marks } from './from-audit/marks.ts';

/** What an environment declares beside what the answers say: the usual, or what was found. */
export interface Parts {
  /** A bucket that is there already; undefined for one that is made. */
  readonly adopts: string | undefined;
  /** The folder of the bucket. */
  readonly prefix: string | undefined;
  readonly velero: object;
  readonly schedules: object;
  readonly services: object;
  readonly leftOut: readonly object[];
  /** When the bucket expires what Velero no longer needs. */
  readonly expireAfter: Duration;
  /** The service that the first drill restores. */
  readonly drilled: string;
  readonly waivers: readonly object[];
  /** What has to be looked at. */
  readonly notes: readonly string[];
}

const expireAfter = days(400);

export const usualParts = (answers: Answers, today: string): Parts => ({
  adopts: undefined,
  prefix: undefined,
  velero,
  schedules: usualSchedules,
  services: declaredServices(answers),
  leftOut: [],
  expireAfter,
  drilled: 'argocd',
  waivers: waiversOf(answers, today),
  notes: [],
});

/** What was found, and what has to be said of it so that it is declared as it is. */
export function keptParts(
  answers: Answers,
  today: string,
  { kept, marks }: { readonly kept: Kept; readonly marks: Marks },
): Parts {
  const longest = Math.ceil(inDays(kept.longest)) + 1;
  return {
    ...kept,
    services: { ...withObjectives(kept.services, marks), ...namedServices(answers) },
    expireAfter: days(Math.max(longest, inDays(expireAfter))),
    waivers: [...waiversOf(answers, today), ...waiversOfFound(answers, today, marks)],
  };
}

const withObjectives = (services: Kept['services'], { objectives }: Marks): Kept['services'] =>
  Object.fromEntries(
    Object.entries(services).map(([name, service]) => [
      name,
      { ...service, ...(objectives[name] && { objectives: objectives[name] }) },
    ]),
  );
