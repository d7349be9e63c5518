import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { waveOf, waves } from '@resilience/config/waves';
import { phasesOf } from '@resilience/recovery/disaster';
import type { Proof } from '@resilience/recovery/prove';
import { phaseBudgets } from '@resilience/recovery/recovery-time';
import { markdownTable } from '@resilience/render/markdown-file';

import { formatSeconds } from '../format-term.ts';

/**
 * How long each step may take, service by service.
 *
 * @param proofs of one scenario
 */
export function budgetTable(environment: Environment, proofs: readonly Proof[]): string {
  const [first] = proofs;
  const phases = first ? phasesOf(first.scenario) : [];
  return markdownTable([
    ['Service', 'Tier', 'Restored from', 'Loses at worst', ...phases, 'Back at worst', 'RTO'],
    ...proofs
      .toSorted((a, b) => rank(environment, a) - rank(environment, b))
      .map(({ service, plan, rpo, rto, time, lost }) => {
        const budgets = time && phaseBudgets(time);
        const schedules = plan.map(({ schedule }) => schedule).join(', ');
        return [
          service,
          environment.services[service]?.tier ?? '',
          lost.length > 0 ? 'nothing is left' : schedules,
          rpo.worst ? formatDuration(rpo.worst) : 'everything',
          ...phases.map((phase) => formatBudget(budgets?.get(phase))),
          rto.worst ? formatDuration(rto.worst) : 'unknown',
          formatDuration(rto.declared),
        ];
      }),
  ]);
}

const rank = (environment: Environment, { service }: Proof): number => {
  const declared = environment.services[service];
  return declared ? waves.indexOf(waveOf(environment, declared)) : waves.length;
};

/** A service without volumes, for one, has nothing to do in some steps. */
const formatBudget = (seconds: number | undefined): string =>
  seconds === undefined ? '—' : formatSeconds(seconds);
