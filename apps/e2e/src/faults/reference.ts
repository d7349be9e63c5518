import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from '../rendered-stacks.ts';
import type { Fault } from './fault.ts';
import type { Outcome } from './inflict.ts';

const heading = `<!-- Written by "npm run e2e": run it again instead of changing this. -->

# What breaks, and how it is told

Each of these was made on real servers, while a real Velero backed up or restored: etcd, the API server and its
controllers, Velero with its AWS plugin, and moto for AWS behind a proxy that breaks its answers. After each, a
backup that was Completed before had to restore, and what it restored was compared.

| Fault | What is broken | How it is told |
| --- | --- | --- |
`;

/** Keeps what became of every fault where people look it up. */
export function writeReference(outcomes: readonly Outcome[]): void {
  const rows = outcomes.map(({ fault, told }) => {
    const cells = [fault.name, fault.what, tellingOf(fault, told)];
    return `| ${cells.map((cell) => cell.replaceAll('\n', '; ').replaceAll('|', '\\|')).join(' | ')} |\n`;
  });
  writeFileSync(join(repositoryRoot, 'docs/reference/faults.md'), `${heading}${rows.join('')}`);
}

/** How a fault was told, with what has to be done where Velero tells nothing of it. */
export const tellingOf = ({ remedy }: Fault, told: string | undefined): string =>
  [...(remedy === undefined ? [] : ['**Not by Velero**']), told ?? 'not at all', remedy ?? []]
    .flat()
    .join(': ');
