import { renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import type { SoftwareCase } from './software.ts';

export const nodeName = 'rabbit@localhost';

export const queues = ['orders', 'payments'].map((name) => ({
  name,
  vhost: '/',
  durable: true,
  auto_delete: false,
  arguments: {},
}));

export const definitionsOf = (data: string): string => join(data, 'definitions.json');

const nodeFolder = (data: string, name = nodeName): string => join(data, 'mnesia', name);

export const rabbitmqCases: readonly SoftwareCase[] = [
  { name: 'healthy', outcomes: {} },
  {
    name: 'the node has another name than the one that was copied',
    files: (data) => renameSync(nodeFolder(data), nodeFolder(data, 'rabbit@elsewhere')),
    outcomes: { 'db-queues-0': 'damaged' },
    tells: ['db-queues-0', /^0$/],
  },
  {
    name: 'definitions are read into an empty node',
    files: (data) => rmSync(nodeFolder(data), { recursive: true }),
    inContainer: (data) => ['rabbitmqctl', 'import_definitions', definitionsOf(data)],
    outcomes: {},
  },
  {
    name: 'the schema is truncated',
    files: (data) => truncateSync(join(nodeFolder(data), 'schema.DAT'), 100),
    isDown: true,
    outcomes: { 'db-runs': 'damaged', 'db-queues-0': 'damaged' },
    tells: ['db-runs', /Distribution failed/],
  },
];
