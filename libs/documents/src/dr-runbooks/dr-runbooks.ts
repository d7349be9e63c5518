import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import { markdownFile } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';
import { disasterGuides } from '@resilience/workflows/disaster-guides';

import { recoveryStepsFile } from '../recovery-steps/recovery-steps.ts';
import { communication } from './dr-runbook-communication.ts';
import { type Place, startBlock } from './dr-runbook-start.ts';
import { steps } from './dr-runbook-steps.ts';

/** A page for each disaster, about all environments that declare services; nothing in them is of one service. */
export class DrRunbooks {
  readonly #places: Place[] = [];
  readonly #channels: string[][] = [];

  /** Adds what one environment declares. */
  add(environment: Environment): void {
    const { name, storage, services } = environment;
    this.#places.push({
      name,
      mounts: storage.kind === 'replica' ? storage.of : undefined,
      hasServices: Object.keys(services).length > 0,
    });
    this.#channels.push([name, ...channelsOf(environment)]);
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
      'How long each step may take for each service to be back in time, where the service is restored from, and what no step brings back. [On call](../../guides/on-call.md) says who has which role.',
      this.#budgets(scenario),
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

  #budgets(scenario: Scenario): string {
    const declaring = this.#places.filter(({ hasServices }) => hasServices);
    if (declaring.length === 0) return 'No environment declares a service.';
    return declaring
      .map(
        ({ name }) =>
          `- [${name}](../../../environments/${name}/rendered/${recoveryStepsFile}#${scenario})`,
      )
      .join('\n');
  }
}

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
