import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import type { Proof } from '@resilience/recovery/prove';
import { type Unprotected, unprotected } from '@resilience/recovery/unprotected';
import { markdownFile } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';
import { disasterGuides } from '@resilience/workflows/disaster-guides';

import { formatUnprotected } from '../words/format-unprotected.ts';
import { budgets } from './dr-runbook-budgets.ts';
import { communication } from './dr-runbook-communication.ts';
import { type Place, startBlock } from './dr-runbook-start.ts';
import { steps } from './dr-runbook-steps.ts';

/** A page for each disaster, about all environments that declare services. */
export class DrRunbooks {
  readonly #tables = new Map<Scenario, string[]>();
  readonly #places: Place[] = [];
  readonly #channels: string[][] = [];

  /** Adds what one environment declares. */
  add(environment: Environment, proofs: readonly Proof[]): void {
    this.#places.push(placeOf(environment, proofs));
    this.#channels.push([environment.name, ...channelsOf(environment)]);
    if (proofs.length === 0) return;
    for (const scenario of scenarios) {
      const tables = this.#tables.get(scenario) ?? [];
      const own = proofs.filter((proof) => proof.scenario === scenario);
      const given = unprotected(environment).filter((loss) => loss.scenario === scenario);
      tables.push(
        `### ${environment.name}`,
        ...budgets(environment, scenario, own),
        ...givenUp(given),
      );
      this.#tables.set(scenario, tables);
    }
  }

  /** `docs/runbooks/dr/<scenario>.md` */
  files(): RenderedFile[] {
    return scenarios.map((scenario) => this.#file(scenario));
  }

  #file(scenario: Scenario): RenderedFile {
    const { title, sign, first, never, rollBack } = disasterGuides[scenario];
    return markdownFile(`${scenario}.md`, [
      `# ${title}`,
      sign,
      `**First.** ${first}`,
      `**Never.** ${never}`,
      '## Budgets',
      'What each step may take at worst for the service to be back in time, as it is computed from declared and measured times: most pressing services first. [On call](../../guides/on-call.md) says who has which role.',
      ...(this.#tables.get(scenario) ?? ['No environment declares a service.']),
      '## Before the first step',
      ...startBlock(scenario, this.#places),
      '## Steps',
      ...steps(scenario),
      '## Giving it up',
      rollBack,
      '## Communication',
      ...communication(scenario, this.#channels),
    ]);
  }
}

/** Nobody is to look for a copy that was never made. */
const givenUp = (losses: readonly Unprotected[]): string[] =>
  losses.length === 0
    ? []
    : [
        'Not recovered after this disaster, by decision: leave these out of the steps.',
        losses.map((loss) => `- ${loss.service}: ${formatUnprotected(loss)}`).join('\n'),
      ];

const placeOf = ({ name, storage, services }: Environment, proofs: readonly Proof[]): Place => ({
  name,
  mounts: storage.kind === 'replica' ? storage.of : undefined,
  services: Object.entries(services).map(([service, { namespace }]) => ({
    name: service,
    namespace,
    schedules: new Map(
      proofs
        .filter((proof) => proof.service === service)
        .flatMap(({ scenario, plan }) =>
          plan.slice(0, 1).map(({ schedule }) => [scenario, schedule]),
        ),
    ),
  })),
});

/** Where critical news goes. */
const channelsOf = ({ notifications }: Environment): string[] => {
  const { channels, severities, withoutCluster } = notifications;
  const describe = (name: string): string => {
    const channel = channels[name];
    if (channel?.kind === 'slack') return `${name} (Slack ${channel.channel})`;
    return channel?.kind === 'email' ? `${name} (${channel.to})` : `${name} (PagerDuty)`;
  };
  return [severities.critical.channels.map(describe).join(', '), withoutCluster.join(', ')];
};
