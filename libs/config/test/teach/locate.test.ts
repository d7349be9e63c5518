import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { located } from '../../src/teach/locate.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resilience-locate-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const config = 'environments/shop/config.ts';
const organisation = 'environments/organisation.ts';

const sources = {
  [config]: `import { defineEnvironment, hours } from '@resilience/config';
import { organisation, shared as common } from '../organisation.ts';

const objectives = { 'pod-failure': { rpo: hours(1), rto: hours(2) } };

export default defineEnvironment({
  ...organisation,
  name: 'shop',
  services: {
    orders: {
      workloads: [{ kind: 'Deployment', name: 'api' }, { kind: 'Job', name: 'x' }],
      claimLabels: { 'app.kubernetes.io/name': 'orders' },
      objectives,
    },
    ['search']: { ...common.service, tier: 'critical' },
    made: make(),
  },
} satisfies Shape);
`,
  [organisation]: `export const organisation = {
  gitops: { revision: 'main' },
  name: 'overridden',
};
export const shared = { service: { owner: 'platform', tier: 'standard' } };
`,
};

const place = (path: string) => {
  for (const [file, source] of Object.entries(sources)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), source);
  }
  const problem = { code: 'x', message: '', expected: '', received: '', fix: '' };
  const [found] = located(root, [{ ...problem, file: config, path }]);
  const { file = '', line = 0, column = 0 } = found ?? {};
  const text = file === organisation ? sources[organisation] : sources[config];
  return [file, text.split('\n')[line - 1]?.slice(column - 1) ?? ''];
};

test.each([
  ['', config, 'defineEnvironment({'],
  ['name', config, "name: 'shop',"],
  ['services.orders.workloads[1].kind', config, "kind: 'Job', name: 'x' }],"],
  ['services.orders.workloads[1]', config, "{ kind: 'Job', name: 'x' }],"],
  [
    'services.orders.claimLabels.app.kubernetes.io/name',
    config,
    "'app.kubernetes.io/name': 'orders' },",
  ],
  ['services.orders.objectives.pod-failure.rto', config, 'rto: hours(2) } };'],
  ['services.search.tier', config, "tier: 'critical' },"],
  ['services.search.owner', organisation, "owner: 'platform', tier: 'standard' } };"],
  ['gitops.revision', organisation, "revision: 'main' },"],
  // What is missing stands where the object above it does.
  ['services.orders.tier', config, 'orders: {'],
  ['services.made.owner', config, 'made: make(),'],
  ['aws.account', config, 'defineEnvironment({'],
])('%s stands in %s at %s', (path, file, text) => {
  expect(place(path)).toEqual([file, text]);
});

test('a file that does not parse, or is none, has no places', () => {
  mkdirSync(join(root, 'environments/shop'), { recursive: true });
  writeFileSync(join(root, config), 'export default {');
  const problem = { path: 'a', code: 'x', message: '', expected: '', received: '', fix: '' };
  const problems = [
    { ...problem, file: config },
    { ...problem, file: 'environments/shop/measurements.json' },
  ];
  expect(located(root, problems)).toEqual(problems);
});

test('every place of a problem is found', () => {
  place('');
  const problem = { file: config, code: 'x', message: '', expected: '', received: '', fix: '' };
  const places = [{ path: 'name' }, { path: 'gitops' }];
  expect(located(root, [{ ...problem, path: 'name', places }])).toMatchObject([
    { line: 8, column: 3, places: [{ line: 8 }, { line: 2, file: organisation }] },
  ]);
});

test('a declaration may have another name than default', () => {
  place('');
  const [found] = located(root, [{ file: organisation, path: 'gitops.revision' }], 'organisation');
  expect(found).toMatchObject({ line: 2, column: 13 });
});

test('a problem that has its line keeps it', () => {
  place('');
  const problem = { file: config, path: 'name', line: 3, column: 1 };
  expect(located(root, [problem])).toEqual([problem]);
});
