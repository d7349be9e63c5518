import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { flipBytes } from '../bytes.ts';
import type { SoftwareCase } from './software.ts';

/** Where a broker keeps its logs: on one volume. */
export const folders = ['one', 'other'] as const;

/** Of them the first is counted. */
export const topics = ['orders', 'payments'] as const;

/** The folder with the one partition of a topic. */
function partition(data: string, topic: string): string {
  const folder = folders.find((each) => existsSync(join(data, each, `${topic}-0`)));
  if (folder === undefined) throw new Error(`${topic} has no partition`);
  return join(data, folder, `${topic}-0`);
}

export const kafkaCases: readonly SoftwareCase[] = [
  { name: 'healthy', outcomes: {} },
  {
    name: 'restored empty',
    from: 'nothing',
    outcomes: { 'db-messages-0': 'damaged' },
    tells: ['db-messages-0', /Could not match any topic-partitions/],
  },
  {
    // The count finds the one, and cannot find the other.
    name: 'a log has flipped bytes, and another folder of logs cannot be read',
    files: (data) => {
      flipBytes(join(partition(data, topics[0]), '00000000000000000000.log'), 1_000);
      const folder = dirname(partition(data, topics[1]));
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    },
    outcomes: { 'db-partitions': 'damaged', 'db-messages-0': 'damaged' },
    tells: ['db-partitions', /Topic: payments .*Leader: none/],
  },
];
