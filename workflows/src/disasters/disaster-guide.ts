import type { Phase } from '@resilience/recovery/disaster';

/** Who acts in an incident. The commander decides and does not type. */
export type Role = 'incident commander' | 'operator' | 'service owner' | 'communications';

/** What is done in one phase of a recovery, in Markdown. */
export interface PhaseGuide {
  readonly who: Role;
  readonly does: string;
  /** For a shell in which the page's variables are set. */
  readonly commands?: string;
  /** How to see that it is done. */
  readonly verify: string;
  readonly rollBack: string;
}

/** The part of a disaster's runbook that people write; steps and budgets come from the proof. */
export interface DisasterGuide {
  readonly title: string;
  /** What happens and what becomes of services and data, for readers who are no engineers. */
  readonly means: string;
  /** What is seen. */
  readonly sign: string;
  /** What has to be known or done before the first step. */
  readonly first: string;
  readonly never: string;
  /** Where it differs from how a phase is done elsewhere. */
  readonly phases: Partial<Record<Phase, Partial<PhaseGuide>>>;
  /** How to give the recovery up, and what is left then. */
  readonly rollBack: string;
  /** What has happened, in words for everybody: the first sentence of each notice. */
  readonly said: string;
}
