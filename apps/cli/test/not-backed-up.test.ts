import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { scenarios } from '@resilience/config/scenario';
import { repositoryOf } from '@resilience/fixtures/repositories';
import { afterAll, expect, test } from 'vitest';

import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const root = repositoryOf('harbour');
const config = 'environments/staging/config.ts';
const reason = 'Sessions are made again at the next login.';

const declared = readFileSync(join(root, config), 'utf8').replace(
  '\n  services: {\n',
  `\n  services: {\n    redis: { notBackedUp: '${reason}' },\n`,
);
writeFileSync(join(root, config), declared);
const line = declared.split('\n').findIndex((text) => text.includes('notBackedUp:')) + 1;

afterAll(() => rmSync(root, { recursive: true }));

const call = (...words: string[]) => resilience(root, [...words, '--env', 'staging']);

const taken = scenarios.filter((scenario) => scenario !== 'pod-failure');

test('explain gives the reason, its place, and the consequence of each disaster', () => {
  const { status, stdout } = call('explain', 'redis');
  expect([status, stdout]).toEqual([
    0,
    `redis is not backed up: ${reason}
  declared at ${config}:${line}, services.redis.notBackedUp
  no backup holds the namespace redis, and no runbook restores it
pod-failure: volumes stay as they are, nothing is lost
${taken.map((scenario) => `${scenario}: nothing is restored, all that is lost stays lost`).join('\n')}
`,
  ]);
});

test('explain gives a machine the same, of one disaster where one is named', () => {
  const { stdout } = call('explain', 'redis', '--scenario', 'key-loss', '--json');
  expect(resultOf(stdout)).toEqual({
    environment: 'staging',
    service: 'redis',
    notBackedUp: {
      namespace: 'redis',
      reason,
      file: config,
      line,
      column: 14,
      path: 'services.redis.notBackedUp',
    },
    proofs: [
      {
        service: 'redis',
        scenario: 'key-loss',
        verdict: 'not-backed-up',
        reason,
        keepsVolumes: false,
      },
    ],
  });
});

test('explain --source gives the values of the declaration and their places', () => {
  const { stdout } = call('explain', 'redis', '--source', '--json');
  expect(resultOf(stdout)).toMatchObject({
    values: [
      { path: 'services.redis.namespace', value: 'redis', from: 'derived' },
      { path: 'services.redis.notBackedUp', value: reason, from: 'service', file: config, line },
    ],
  });
});

test('simulate gives the reason why nothing of it is simulated', () => {
  const words = ['simulate', '--years', '1', '--service', 'redis'];
  expect(call(...words).stdout).toMatch(
    new RegExp(`\nredis is not simulated: it is not backed up: ${reason}\n$`),
  );
  expect(resultOf(call(...words, '--json').stdout)).toMatchObject({
    results: [],
    notSimulated: scenarios.map((scenario) => ({ scenario, verdict: 'not-backed-up', reason })),
  });
});

const because = `redis is not backed up: ${reason} (${config}:${line})`;

test.each([
  [['restore', 'plan', '--services', 'redis', '--into-quarantine'], because],
  [['restore', 'plan', '--namespace', 'redis', '--into-quarantine'], because],
  [['backup', 'now', '--service', 'redis'], `${because}; --namespace redis backs it up once`],
  [['add', 'service', 'redis', '--dry-run'], 'the service redis is declared already'],
  [['add', 'volume', 'data', '--service', 'redis', '--size', '5gib', '--dry-run'], because],
  [['explain', 'redos'], 'did you mean redis?'],
])('%j is refused, with the reason', (words, message) => {
  const { status, stderr } = call(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test.each([
  [['explain'], 'redis\norders\nmedia\n'],
  [['simulate', '--service'], 'redis\norders\nmedia\n'],
  [['restore', 'plan', '--services'], 'orders\nmedia\n'],
  [['backup', 'now', '--service'], 'orders\nmedia\n'],
])('%j is completed with the services that it takes', (words, names) => {
  const [verb = '', ...rest] = words;
  const typed = [verb, ...(rest.length > 1 ? [rest[0] ?? ''] : []), '--env', 'staging'];
  const { stdout } = resilience(root, [
    'completion',
    'bash',
    '--',
    ...typed,
    ...rest.slice(-1),
    '',
  ]);
  expect(stdout).toBe(names);
});
