import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import type { Metric } from './metrics.ts';

/** Decides who is told, and how; `none` is for the alert that says that alerts work. */
type Severity = 'critical' | 'warning' | 'info' | 'none';

type Component =
  | 'backup'
  | 'storage'
  | 'replication'
  | 'repository'
  | 'drill'
  | 'cost'
  | 'key'
  | 'monitoring';

/** One alert, whatever it is derived from. */
export interface Alert {
  /** The name of its file, and of its page in docs/runbooks. */
  readonly name: string;
  readonly severity: Severity;
  readonly component: Component;
  /** Without one of these it would be silent: that is an alert of its own. */
  readonly needs: readonly Metric[];
  /** Whether each condition is about one service, and has it as a label. */
  readonly isOfServices?: true;
  /** What it fires on; none where it does not apply. */
  readonly conditions: (environment: Environment) => readonly Condition[];
}

/** When an alert fires, and what people are told. */
export interface Condition {
  /** PromQL; fires for each series of its result. */
  readonly expr: string;
  /** How long it holds before it fires; at once if not given. */
  readonly for?: Duration;
  /** What the series themselves do not carry: `service`, `schedule`, `drill`, `owner` … */
  readonly labels?: Readonly<Record<string, string>>;
  /** One line, which says what is wrong. */
  readonly summary: string;
  readonly description: string;
}

/** Declares an alert. */
export const alert = (definition: Alert): Alert => definition;
