import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import type { Block } from './blocks.ts';

/** A node with its label in quotes, in any of the shapes that pages use. */
const node = /^([a-zA-Z]\w*)(?:(?:\[|\[\()"([^"]+)"(?:\]|\)\]))?$/;
const arrow = /\s+(?:-->|-- [^-]+ -->|&)\s+/;

/** What is wrong in a flowchart: what cannot be read, has no label, or names a folder that is not there. */
export function faultsOfMermaid({ text }: Pick<Block, 'text'>): string[] {
  const [head = '', ...lines] = text.trim().split('\n');
  if (!/^flowchart (?:LR|TB)$/.test(head)) return [`${head} is no flowchart`];
  const parts = lines.flatMap((line) => line.trim().split(arrow));
  const nodes = parts.map((part) => node.exec(part));
  const labels = new Map(
    nodes.flatMap((found) => (found?.[2] === undefined ? [] : [[found[1], found[2]] as const])),
  );
  return [
    ...parts.filter((_, index) => nodes[index] === null).map((part) => `${part} cannot be read`),
    ...nodes
      .flatMap((found) => found?.[1] ?? [])
      .filter((name) => !labels.has(name) && !/^[A-Z]/.test(name))
      .map((name) => `${name} has no label`),
    ...[...labels.values()].flatMap((label) => {
      const [folder = ''] = label.split('<br>');
      return /^[a-z]+(?:\/[a-z]+)?$/.test(folder) && !existsSync(join(programRoot, folder))
        ? [`${folder} is not there`]
        : [];
    }),
  ];
}
