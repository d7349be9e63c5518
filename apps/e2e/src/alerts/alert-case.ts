import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import type { Series } from './series.ts';

/** What has to be shown of every alert. */
export const caseKinds = ['quiet', 'firing', 'resolving', 'boundary', 'missing'] as const;

type CaseKind = (typeof caseKinds)[number];

/** Everything that is shown of one alert, in an environment that it applies to. */
export interface AlertCases {
  /** The name of its file. */
  readonly alert: string;
  /** The labels by which its alerts are told apart. */
  readonly by: readonly string[];
  readonly cases: (environment: Environment) => readonly AlertCase[];
  /** Kinds of case that make no sense here, with the reason. */
  readonly without?: Partial<Record<CaseKind, string>>;
  /** Metrics whose absence another alert reports, in place of a case of the kind `missing`. */
  readonly silentWithout?: readonly string[];
}

/** What Prometheus is told from the moment zero on, and what it makes of it. */
export interface AlertCase {
  readonly kind: CaseKind;
  readonly what: string;
  readonly series: readonly Series[];
  readonly expect: readonly Expectation[];
  /** How far evaluations are apart; a minute if not given. */
  readonly step?: Duration;
}

export interface Expectation {
  readonly at: Duration;
  /** Whether alerts that only wait to fire count, too. */
  readonly pending?: true;
  /** The alerts, each by the values of its `by`; none if it is quiet. */
  readonly alerts: readonly (readonly string[])[];
}

/** Nothing fires, nor waits to. */
export const quietAt = (...moments: readonly Duration[]): Expectation[] =>
  moments.map((at) => ({ at, pending: true, alerts: [] }));

/** These fire, and no other. */
export const firingAt = (at: Duration, ...alerts: readonly (readonly string[])[]): Expectation => ({
  at,
  alerts,
});

/** These fire or wait to, and no other. */
export const activeAt = (at: Duration, ...alerts: readonly (readonly string[])[]): Expectation => ({
  at,
  pending: true,
  alerts,
});
