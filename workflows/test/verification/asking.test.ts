import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { Cluster } from './cluster.ts';

let cluster: Cluster;

beforeEach(() => {
  cluster = new Cluster();
});

afterEach(() => {
  cluster.remove();
});

const objects = { check: 'objects', resource: 'certificates.cert-manager.io', atLeast: 1 };

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['nothing', { CHECK: '' }, 'CHECK, NAMESPACE, BACKUP_STARTED_AT and SCRIPTS have to be given'],
  ['no namespace', { NAMESPACE: '' }, 'CHECK, NAMESPACE'],
  ['what is no JSON', { CHECK: '{' }, 'CHECK is not JSON'],
  ['an unknown check', { CHECK: '{"check":"../x"}' }, 'no such check: ../x'],
  ['what is no object', { CHECK: '[1]' }, 'CHECK is not JSON'],
  ['no time', { BACKUP_STARTED_AT: 'yesterday' }, 'not a time such as'],
  [
    'a time that would be more than one',
    { BACKUP_STARTED_AT: "2026-01-10T02:00:00Z'; --" },
    'not a time such as',
  ],
])('asked for %s, it says so and verifies nothing', async (_, environment, received) => {
  expect(await cluster.verify(objects, environment)).toMatchObject({
    exit: 2,
    said: { verified: false, received: expect.stringContaining(received) },
  });
});

test.each([
  ['enough', 2, { exit: 0, said: { verified: true, received: '2' } }],
  [
    'too few',
    1_000_000,
    {
      exit: 1,
      said: { expected: 'at least 1000000 of certificates.cert-manager.io', received: '2' },
    },
  ],
])('%s objects', async (_, atLeast, verdict) => {
  for (const name of ['a', 'b']) cluster.add({ kind: 'Certificate', metadata: { name } });
  cluster.add({ kind: 'Certificate', metadata: { name: 'c', namespace: 'elsewhere' } });
  expect(await cluster.verify({ ...objects, atLeast })).toMatchObject(verdict);
});

test('a definition that was not restored is damage', async () => {
  expect(await cluster.verify({ ...objects, resource: 'widgets.example.org' })).toMatchObject({
    exit: 1,
    said: { received: 'the cluster does not know the resource' },
  });
});

test('objects that may not be listed are not counted', async () => {
  cluster.write('refuses', 'get\n');
  expect(await cluster.verify(objects)).toMatchObject({
    exit: 2,
    said: { received: expect.stringContaining('Forbidden') },
  });
});

test.each([
  ['enough', 0],
  ['too few', 2],
])('what was found of %s is left for the report, too', async (_, atLeast) => {
  const { said } = await cluster.verify({ ...objects, atLeast }, { OUTPUTS: cluster.folder });
  expect(JSON.parse(readFileSync(join(cluster.folder, 'finding'), 'utf8'))).toEqual(said);
});
