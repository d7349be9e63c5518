import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import type { Fault } from './fault.ts';
import type { Outcome } from './inflict.ts';

const file = join(programRoot, 'docs/reference/faults.md');

const heading = `<!-- Written by "npm run e2e": run it again instead of changing this. -->

# What breaks, and how it is told

Each of these was made on real servers, while a real Velero backed up or restored: etcd, the API server and its
controllers, Velero with its AWS plugin, and moto for AWS behind a proxy that breaks its answers; where files are
copied, a kubelet and containerd, too. After each, a backup that was Completed before had to restore, and what it
restored was compared.

| Fault | What is broken | How it is told |
| --- | --- | --- |
`;

/**
 * Keeps what became of faults where people look it up; those that were not made now stay as they were.
 *
 * @param order of the faults that there are
 */
export function writeReference(outcomes: readonly Outcome[], order: readonly Fault[]): void {
  const rows = new Map(existsSync(file) ? rowsOf(readFileSync(file, 'utf8')) : []);
  for (const { fault, told } of outcomes) rows.set(fault.name, rowOf(fault, told));
  const known = order.flatMap(({ name }) => rows.get(name) ?? []);
  writeFileSync(file, `${heading}${known.map((row) => `${row}\n`).join('')}`);
}

const rowsOf = (text: string): [string, string][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => [line.split(' | ')[0]?.slice(2) ?? '', line]);

function rowOf(fault: Fault, told: string | undefined): string {
  const cells = [fault.name, fault.what, tellingOf(fault, told)];
  const escaped = cells.map((cell) => cell.replaceAll('\n', '; ').replaceAll('|', String.raw`\|`));
  return `| ${escaped.join(' | ')} |`;
}

/** How a fault was told, with what has to be done where Velero tells nothing of it. */
export const tellingOf = ({ remedy }: Fault, told: string | undefined): string =>
  [...(remedy === undefined ? [] : ['**Not by Velero**']), told ?? 'not at all', remedy ?? []]
    .flat()
    .join(': ');
