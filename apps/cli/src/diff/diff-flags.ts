import type { EnvironmentDiff } from '@resilience/diff/compare';
import type { Statement } from '@resilience/diff/compare-guards';

export const formats = ['text', 'markdown', 'json'] as const;

export interface DiffFlags {
  readonly env?: readonly string[];
  readonly format: (typeof formats)[number];
  /** True where a weaker protection ends the command with 1. */
  readonly failOnWeaker?: boolean;
}

/** A sentence with the places that it is about. */
export interface PlacedStatement extends Omit<Statement, 'paths'> {
  readonly places: readonly StatementPlace[];
}

export interface StatementPlace {
  /** From the repository's root. */
  readonly file: string;
  /** Undefined where it is not known. */
  readonly line?: number;
  /** Place in the declaration as it is written; empty for the whole file. */
  readonly path: string;
}

export interface PlacedDiff extends Omit<EnvironmentDiff, 'statements'> {
  readonly statements: readonly PlacedStatement[];
}

/** What a change means. */
export interface Diff {
  readonly base: Base;
  /** What the comparison does without, and why. */
  readonly notices: readonly string[];
  /** How the policy of the organisation changes. */
  readonly organisation: readonly PlacedStatement[];
  readonly environments: readonly PlacedDiff[];
  /** Environments of which nothing differs. */
  readonly unchanged: readonly string[];
}

/** The revision that is compared with. */
export interface Base {
  /** As it was asked for, or how it was chosen. */
  readonly name: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
}
