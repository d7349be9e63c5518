import { formatDuration } from '@resilience/config/duration';
import { formatUsd } from '@resilience/documents/words/format-usd';
import { formatVerdict } from '@resilience/documents/words/format-verdict';
import type { Judgement, Proof } from '@resilience/recovery/prove';

import { formatTable } from '../format-table.ts';
import type { Looked } from '../trial/look-at.ts';

/**
 * What the proof says of objectives that are new or no longer as they were, and what the backups cost more.
 *
 * @param before undefined for an environment that is new
 * @returns nothing for an environment in which nothing of that changes
 */
export function formatEffects(before: Looked | undefined, after: Looked): string[] {
  const old = new Map((before?.proofs ?? []).map((proof) => [keyOf(proof), outcome(proof)]));
  const rows = after.proofs
    .filter((proof) => outcome(proof) !== old.get(keyOf(proof)))
    .map((proof) => [
      proof.service,
      proof.scenario,
      against(proof.rpo),
      against(proof.rto),
      formatVerdict(proof),
    ]);
  if (
    before &&
    rows.length === 0 &&
    Math.abs((after.monthly ?? 0) - (before.monthly ?? 0)) < 0.005
  ) {
    return [];
  }
  const table =
    rows.length === 0
      ? ['No objective is held better or worse than before.']
      : formatTable([['service', 'disaster', 'loses (RPO)', 'back (RTO)', 'verdict'], ...rows]);
  return [[`${after.name}:`, ...table, costOf(before, after)].join('\n')];
}

const keyOf = ({ service, scenario }: Proof): string => `${service} ${scenario}`;

const outcome = ({ rpo, rto, verdict }: Proof): string => JSON.stringify([rpo, rto, verdict]);

/** `14 h (1 d)` */
const against = ({ worst, declared }: Judgement): string =>
  `${worst ? formatDuration(worst) : 'all'} (${formatDuration(declared)})`;

function costOf(before: Looked | undefined, { monthly }: Looked): string {
  if (monthly === undefined) return 'cost: not known, as no prices of its regions are declared';
  const now = `${formatUsd(monthly)} US dollars in the 24th month`;
  if (before?.monthly === undefined) return `cost: ${now}`;
  const difference = monthly - before.monthly;
  const sign = difference < 0 ? '-' : '+';
  return `cost: ${now}, ${sign}${formatUsd(Math.abs(difference))}`;
}
