import type { Service } from '@resilience/config/declaration';
import { detectionOf } from '@resilience/config/detection';
import type { Environment } from '@resilience/config/environment';
import type { Measurement } from '@resilience/config/measurements';
import type { Rate, Step } from '@resilience/config/recovery';
import type { Scenario } from '@resilience/config/scenario';

/** A time or a rate, and where it is known from. */
export interface Quantity {
  /** Seconds, or bytes or objects per second. */
  readonly expected: number;
  readonly worst: number;
  /** Its place in the declaration. */
  readonly path: string;
  readonly source: Source;
}

export type Source =
  | { readonly kind: 'assumed' }
  /** `alone`: there are enough runs to do without the assumption. */
  | {
      readonly kind: 'measured';
      readonly runs: number;
      readonly newest: string;
      readonly alone: boolean;
    };

/** What is neither assumed nor measured often enough: its place in the declaration. */
export class Missing {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }
}

type Known = Pick<Quantity, 'expected' | 'worst'>;

/** How long a disaster goes unnoticed by those who answer for a service. */
export function unnoticed(
  environment: Environment,
  service: Pick<Service, 'tier'>,
  scenario: Scenario,
): Quantity | Missing {
  const { time, path } = detectionOf(environment, service, scenario);
  return settle(environment, {
    path,
    assumed: inSeconds(time),
    measured: environment.measurements.detection[scenario],
    slower: Math.max,
  });
}

/** How long it takes from the page to the start of the runbook. */
export const decisionOf = (environment: Environment, scenario: Scenario): Quantity | Missing =>
  settle(environment, {
    path: `recovery.decision.${scenario}`,
    assumed: inSeconds(environment.recovery.decision[scenario]),
    measured: environment.measurements.decision[scenario],
    slower: Math.max,
  });

/** How long a step takes. */
export const stepOf = (environment: Environment, step: Step): Quantity | Missing =>
  settle(environment, {
    path: `recovery.steps.${step}`,
    assumed: inSeconds(environment.recovery.steps[step]),
    measured: environment.measurements.steps[step],
    slower: Math.max,
  });

/** How much is done in a second. */
export const rateOf = (environment: Environment, rate: Rate): Quantity | Missing =>
  settle(environment, {
    path: `recovery.rates.${rate}`,
    assumed: perSecond(environment, rate),
    measured: environment.measurements.rates[rate],
    slower: Math.min,
  });

interface Evidence {
  readonly path: string;
  readonly assumed: Known | undefined;
  readonly measured: Measurement | undefined;
  readonly slower: (a: number, b: number) => number;
}

function settle(
  { recovery }: Environment,
  { path, assumed, measured, slower }: Evidence,
): Quantity | Missing {
  if (measured === undefined) {
    return assumed ? { ...assumed, path, source: { kind: 'assumed' } } : new Missing(path);
  }
  const { runs, newest, expected, worst } = measured;
  const alone = runs >= recovery.trustMeasurementsAfter;
  const source = { kind: 'measured', runs, newest, alone } as const;
  if (alone) return { expected, worst, path, source };
  return assumed
    ? { expected, worst: slower(worst, assumed.worst), path, source }
    : new Missing(path);
}

type Span = Environment['recovery']['steps'][Step];

const inSeconds = (span: Span): Known | undefined =>
  span && { expected: span.expected.seconds, worst: span.atMost.seconds };

function perSecond({ recovery: { rates } }: Environment, rate: Rate): Known | undefined {
  if (rate === 'object-creation') {
    const objects = rates[rate];
    return objects && { expected: objects.expected, worst: objects.atLeast };
  }
  const bytes = rates[rate];
  return bytes && { expected: bytes.expected.bytes, worst: bytes.atLeast.bytes };
}
