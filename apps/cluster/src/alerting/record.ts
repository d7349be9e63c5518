import type { Environment } from '@resilience/config/environment';

/** A family of recording rules: what dashboards and alerts both ask for. */
export interface RecordFamily {
  /** The name of its file. */
  readonly name: string;
  /** A sentence for docs/reference/metrics.md. */
  readonly about: string;
  /** Whether each rule is about one service, has it as a label, and follows from it alone. */
  readonly isOfServices?: true;
  readonly rules: (environment: Environment) => readonly RecordingRule[];
}

export interface RecordingRule {
  /** The name of the series, as `resilience:quantity_unit:aggregation`. */
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Declares a family of recording rules. */
export const recordFamily = (definition: RecordFamily): RecordFamily => definition;

/** A number that is declared, for others to compare with. */
export const constant = (
  record: string,
  value: number,
  labels: Readonly<Record<string, string>> = {},
): RecordingRule => ({ record, expr: `vector(${value})`, labels });
