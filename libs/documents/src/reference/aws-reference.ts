import type { Stack } from '@resilience/aws/synth';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

type Documented = Pick<Stack, 'name' | 'purpose' | 'resources'>;

/** What all environments have in AWS, without what differs between them. */
export class AwsReference {
  readonly #stacks = new Map<string, { purpose: string; environments: string[] }>();
  readonly #rows = new Map<string, Map<string, readonly string[]>>();

  /** Adds the stacks of one environment. */
  add(environment: string, stacks: readonly Documented[]): void {
    for (const { name, purpose, resources } of stacks) {
      const known = this.#stacks.get(name);
      if (known) known.environments.push(environment);
      else this.#stacks.set(name, { purpose, environments: [environment] });
      const rows = this.#rows.get(name) ?? new Map<string, readonly string[]>();
      for (const { address, why, cost } of resources) {
        if (!rows.has(address)) rows.set(address, [`\`${address}\``, why, cost]);
      }
      this.#rows.set(name, rows);
    }
  }

  /** docs/reference/aws.md */
  file(): RenderedFile {
    return markdownFile('aws.md', [
      '# What is made in AWS',
      'Each stack has a state of its own. Costs are US dollars in us-east-1, November 2026; "nothing" is free.',
      ...[...this.#stacks].flatMap(([name, { purpose, environments }]) => [
        `## ${name}`,
        purpose,
        `In ${environments.join(', ')}.`,
        markdownTable([
          ['Resource', 'Why', 'Cost'],
          ...[...(this.#rows.get(name)?.entries() ?? [])]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([, row]) => row),
        ]),
      ]),
    ]);
  }
}
