import type { AuditedNamespace, Outcome } from '@resilience/audit/result';
import { formatDuration } from '@resilience/config/duration';
import { type Scenario, scenarios } from '@resilience/config/scenario';

/** An outcome in a word or two. */
export function formatOutcome(outcome: Outcome): string {
  if (outcome.outcome === 'nothing lost') return 'nothing';
  if (outcome.outcome === 'no copy survives') return 'no copy';
  if (outcome.outcome === 'unknown') return 'unknown';
  return formatDuration({ seconds: Math.floor(outcome.seconds) });
}

/** Disasters in which a namespace loses the same for the same reason. */
export interface Alike {
  readonly scenarios: readonly Scenario[];
  readonly outcome: Outcome;
}

export function alike({ disasters }: AuditedNamespace): Alike[] {
  const groups = new Map<string, Alike>();
  for (const scenario of scenarios) {
    const outcome = disasters[scenario];
    const key = JSON.stringify(outcome);
    const before = groups.get(key)?.scenarios ?? [];
    groups.set(key, { scenarios: [...before, scenario], outcome });
  }
  return [...groups.values()];
}

/** Why, with what is true of some outcomes only. */
export function formatReason(outcome: Outcome): string {
  if (outcome.outcome !== 'loses') return outcome.reason;
  const missed = `${formatDuration({ seconds: Math.floor(outcome.afterMissedRun) })} when one run fails`;
  const late =
    outcome.ifFoundWithin === undefined
      ? ''
      : `, if it is found within ${formatDuration({ seconds: Math.floor(outcome.ifFoundWithin) })}`;
  return `${outcome.reason}; ${missed}${late}`;
}
