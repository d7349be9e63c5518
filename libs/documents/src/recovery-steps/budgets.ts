import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { hasDrRegion } from '@resilience/config/names';
import type { Scenario } from '@resilience/config/scenario';
import { waveOf, waves } from '@resilience/config/waves';
import { disasters, phasesOf } from '@resilience/recovery/disaster';
import { type Input, inputsOf } from '@resilience/recovery/inputs';
import type { Proof } from '@resilience/recovery/prove';
import { phaseBudgets } from '@resilience/recovery/recovery-time';
import { markdownTable } from '@resilience/render/markdown-file';

import { formatLosses } from '../words/format-losses.ts';
import { formatNeverRecovered } from '../words/format-never-recovered.ts';
import { formatSeconds } from '../words/format-term.ts';
import { isMeasured } from '../words/format-verdict.ts';

/**
 * How long each step may take, service by service, where these times are known from, and what no step
 * brings back.
 *
 * @param proofs of that scenario
 */
export function budgets(
  environment: Environment,
  scenario: Scenario,
  proofs: readonly Proof[],
): string[] {
  const ordered = proofs.toSorted((a, b) => rank(environment, a) - rank(environment, b));
  const lines = ordered.flatMap(({ service, neverRecovered }) =>
    formatNeverRecovered(neverRecovered).map((line) => `- ${service}: ${line}`),
  );
  if (ordered.length === 0) return unreachable(environment, scenario);
  return [
    ...unreachable(environment, scenario),
    budgetTable(environment, ordered),
    ...knownFrom(inputsOf(proofs)),
    ...(lines.length > 0 ? [lines.join('\n')] : []),
  ];
}

/** Without a DR region there is one copy of everything, and no step below finds another. */
const unreachable = (environment: Environment, scenario: Scenario): string[] =>
  hasDrRegion(environment) ||
  disasters[scenario].keepsBucket ||
  environment.storage.kind === 'replica'
    ? []
    : [
        `**Nothing of ${environment.name} can be restored**: its backups are in ${environment.aws.region} alone. The steps are for environments whose replica another one mounts.`,
      ];

function budgetTable(environment: Environment, proofs: readonly Proof[]): string {
  const [first] = proofs;
  const phases = first ? phasesOf(first.scenario) : [];
  return markdownTable([
    [
      'Service',
      'Namespace',
      'Tier',
      'Restored from',
      'Loses at worst',
      ...phases,
      'Back at worst',
      'RTO',
    ],
    ...proofs.map((proof) => {
      const { service, rto, time } = proof;
      const steps = time && phaseBudgets(time);
      return [
        service,
        environment.services[service]?.namespace ?? '',
        environment.services[service]?.tier ?? '',
        restoredFrom(proof),
        formatLosses(proof),
        ...phases.map((phase) => formatBudget(steps?.get(phase))),
        rto.worst ? formatDuration(rto.worst) : 'unknown',
        formatDuration(rto.declared),
      ];
    }),
  ]);
}

/** Objects are in every backup: without them, none is left. */
function restoredFrom({ plan, lost }: Proof): string {
  if (plan.length > 0 || lost.length === 0) return plan.map(({ schedule }) => schedule).join(', ');
  return lost.includes('its objects') ? 'nothing is left' : 'no backup that is left is whole';
}

function knownFrom(inputs: readonly Input[]): string[] {
  if (inputs.length === 0) return [];
  const measured = inputs.filter(isMeasured).map(({ name }) => name);
  return [
    measured.length === 0
      ? 'All of these times are assumed: no drill has measured one of them often enough.'
      : `Drills have measured ${measured.join(', ')}; the other times are assumed.`,
  ];
}

const rank = (environment: Environment, { service }: Proof): number => {
  const declared = environment.services[service];
  return declared ? waves.indexOf(waveOf(environment, declared)) : waves.length;
};

/** A service without volumes, for one, has nothing to do in some steps. */
const formatBudget = (seconds: number | undefined): string =>
  seconds === undefined ? '—' : formatSeconds(seconds);
