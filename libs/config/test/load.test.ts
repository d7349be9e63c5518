import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { leftovers, listEnvironments, loadEnvironment } from '../src/load.ts';
import { primaryDeclaration, replicaDeclaration } from './fixtures/declarations.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resilience-load-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(name: string, source: string): void {
  mkdirSync(join(root, 'environments', name), { recursive: true });
  writeFileSync(join(root, 'environments', name, 'config.ts'), source);
}

const declare = (name: string, declaration: object): void =>
  write(name, `export default ${JSON.stringify(declaration)};`);

async function problemsOf(name: string): Promise<[string, string, string][]> {
  const loaded = await loadEnvironment(root, name);
  return loaded.ok ? [] : loaded.problems.map(({ file, path, code }) => [file, path, code]);
}

test('environments are the folders with a config.ts', () => {
  declare('primary', primaryDeclaration());
  mkdirSync(join(root, 'environments', 'empty'));
  expect(listEnvironments(root)).toEqual(['primary']);
  expect(listEnvironments(join(root, 'elsewhere'))).toEqual([]);
});

test('what is left of an environment without its declaration is a problem', () => {
  declare('primary', primaryDeclaration());
  for (const path of ['primary/rendered', 'gone/rendered', 'shared/objectives', 'empty']) {
    mkdirSync(join(root, 'environments', path), { recursive: true });
  }
  mkdirSync(join(root, 'environments/measured'));
  writeFileSync(join(root, 'environments/measured/measurements.json'), '{}');
  expect(leftovers(root)).toMatchObject([
    { file: 'environments/gone/config.ts', received: 'environments/gone/rendered' },
    { file: 'environments/measured/config.ts', code: 'config/declaration-is-there' },
  ]);
  expect(leftovers(join(root, 'elsewhere'))).toEqual([]);
});

test('an environment has its own bucket or the replica of another', async () => {
  declare('primary', primaryDeclaration());
  declare('standby', replicaDeclaration());
  const loaded = [await loadEnvironment(root, 'primary'), await loadEnvironment(root, 'standby')];
  expect(loaded.map((each) => each.ok && each.value.backups)).toMatchObject([
    { bucket: 'acme-primary-backups-eu-west-1', accessMode: 'ReadWrite' },
    { bucket: 'acme-primary-backups-eu-central-1', accessMode: 'ReadOnly' },
  ]);
});

test('a declaration is the default export', async () => {
  write('primary', 'export const declaration = {};');
  expect(await problemsOf('primary')).toEqual([
    ['environments/primary/config.ts', '', 'config/not-loadable'],
  ]);
});

test('a declaration has the name of its folder', async () => {
  declare('primary', primaryDeclaration('other'));
  expect(await problemsOf('primary')).toEqual([
    ['environments/primary/config.ts', 'name', 'config/name-is-folder'],
  ]);
});

test('a replica is of an environment that exists', async () => {
  declare('standby', replicaDeclaration('standby', 'ghost'));
  expect(await problemsOf('standby')).toEqual([
    ['environments/standby/config.ts', 'storage.of', 'config/replica-exists'],
  ]);
});

test('a replica is of an environment that replicates', async () => {
  const replication = { to: 'nowhere', reason: 'It is only a rehearsal.' };
  const primary = primaryDeclaration();
  declare('primary', { ...primary, storage: { ...primary.storage, replication } });
  declare('standby', replicaDeclaration());
  expect(await problemsOf('standby')).toEqual([
    ['environments/standby/config.ts', 'storage.of', 'config/replica-exists'],
  ]);
});

test('a replica is mounted by whom its owner names', async () => {
  const primary = primaryDeclaration();
  if (primary.storage.kind !== 'bucket') throw new TypeError('no bucket');
  const replication = { ...primary.storage.replication, readBy: ['another'] };
  declare('primary', { ...primary, storage: { ...primary.storage, replication } });
  declare('standby', replicaDeclaration());
  expect(await problemsOf('standby')).toEqual([
    ['environments/standby/config.ts', 'storage.of', 'config/replica-is-readable'],
  ]);
});

test('a replica is mounted in its region and account', async () => {
  declare('primary', primaryDeclaration());
  const standby = { ...replicaDeclaration(), cluster: primaryDeclaration().cluster };
  const aws = { ...primaryDeclaration().aws, account: '999999999999' };
  declare('standby', { ...standby, aws });
  expect(await problemsOf('standby')).toEqual([
    ['environments/standby/config.ts', 'aws.region', 'config/replica-is-reachable'],
    ['environments/standby/config.ts', 'aws.account', 'config/replica-is-reachable'],
  ]);
});

test('a problem of the source is reported where it is', async () => {
  declare('primary', { ...primaryDeclaration(), organisation: undefined });
  declare('standby', replicaDeclaration());
  expect(await problemsOf('standby')).toEqual([
    ['environments/primary/config.ts', 'organisation', 'config/missing'],
  ]);
});

const measured = (changes: object = {}) => ({
  detection: {},
  decision: {},
  steps: {
    check: {
      runs: 3,
      expected: 4,
      worst: 9.5,
      newest: '2026-11-02',
      evidence: ['s3://evidence/1.json'],
      ...changes,
    },
  },
  rates: {},
});

const writeMeasurements = (text: string): void =>
  writeFileSync(join(root, 'environments/primary/measurements.json'), text);

test('what drills measured is read beside the declaration', async () => {
  declare('primary', primaryDeclaration());
  const before = await loadEnvironment(root, 'primary');
  expect(before.ok && before.value.measurements.steps).toEqual({});
  writeMeasurements(JSON.stringify(measured()));
  const after = await loadEnvironment(root, 'primary');
  expect(after.ok && after.value.measurements).toEqual(measured());
});

test.each([
  ['{', '', 'config/invalid'],
  [JSON.stringify(measured({ runs: 0 })), 'steps.check.runs', 'config/invalid'],
  [JSON.stringify(measured({ newest: 'yesterday' })), 'steps.check.newest', 'config/invalid'],
  [JSON.stringify(measured({ evidence: [] })), 'steps.check.evidence', 'config/invalid'],
  [JSON.stringify({ ...measured(), rates: undefined }), 'rates', 'config/missing'],
])('measurements such as %s are refused', async (text, path, code) => {
  declare('primary', primaryDeclaration());
  writeMeasurements(text);
  expect(await problemsOf('primary')).toEqual([
    ['environments/primary/measurements.json', path, code],
  ]);
});
