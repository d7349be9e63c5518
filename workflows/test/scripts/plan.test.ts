import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { declaredServices } from '../../src/declared-services.ts';
import { runScript } from './run-script.ts';

const { services, gitops } = primaryEnvironment();
const declared = declaredServices({
  gitops,
  services: { ...services, ...copiesOf('web', 'blog') },
});

function copiesOf(...names: readonly string[]) {
  const { shop } = services;
  if (!shop) throw new Error('the fixture has no shop');
  return Object.fromEntries(names.map((name) => [name, { ...shop, namespace: name }]));
}

const plan = (env: Readonly<Record<string, string>> = {}) => {
  const run = runScript('plan', {
    env: {
      DECLARED: 'FILES/services.json',
      SERVICES: '["shop"]',
      TARGET: 'isolated',
      WORKFLOW: 'drill-validation-1764057600',
      KINDS: '',
      SELECTOR: '',
      VOLUME: '',
      ...env,
    },
    files: { 'services.json': declared },
  });
  const left = run.status === 0 ? Object.entries(run.outputs) : [];
  const results = left.map(([name, text]): [string, unknown] => [name, JSON.parse(text)]);
  return { ...run, results: Object.fromEntries(results) };
};

test('a drill restores everything of a service into a namespace of its own', () => {
  const { status, results } = plan();
  expect(status).toBe(0);
  const [target] = results['targets'] as string[];
  expect(target).toMatch(/^drill-shop-\d+$/);
  expect(results).toMatchObject({
    services: [{ service: 'shop', namespace: 'shop', target, wave: 'critical' }],
    namespaces: ['shop'],
    mapping: { shop: target },
    kinds: ['*'],
    selector: { matchLabels: {} },
    gibibytes: 15,
  });
  const checks = results['checks'] as { check: unknown; namespace: string }[];
  expect(checks.map(({ namespace }) => namespace)).toEqual(checks.map(() => target));
  expect(checks.map(({ check }) => check)).toEqual(declared['shop']?.checks);
});

test('two runs never share a namespace, and no name is too long', () => {
  const targets = ['drill-a-1764057600', 'drill-a-1764057601', 'drill-b-1764057600'].map(
    (workflow) => (plan({ WORKFLOW: workflow }).results['targets'] as string[])[0],
  );
  expect(new Set(targets).size).toBe(3);
  expect(targets.every((target) => (target?.length ?? 99) <= 63)).toBe(true);
});

test('a recovery restores to where it was', () => {
  expect(plan({ TARGET: 'original' }).results).toMatchObject({
    targets: ['shop'],
    mapping: {},
    services: [{ service: 'shop', target: 'shop' }],
  });
});

test('all services are those that are declared', () => {
  const { results } = plan({ SERVICES: '["*"]', TARGET: 'original' });
  expect(results['namespaces']).toEqual(['blog', 'shop', 'web']);
  expect(results['gibibytes']).toBe(45);
});

test('kinds and labels are taken apart', () => {
  const { results } = plan({ KINDS: 'deployments.apps,configmaps', SELECTOR: 'app=web,tier=a=b' });
  expect(results).toMatchObject({
    kinds: ['deployments.apps', 'configmaps'],
    selector: { matchLabels: { app: 'web', tier: 'a=b' } },
  });
});

test('a volume comes back from its snapshot', () => {
  expect(plan({ VOLUME: 'data' }).results).toMatchObject({
    kinds: ['persistentvolumeclaims', 'persistentvolumes'],
    selector: { matchLabels: { app: 'shop-db' } },
  });
});

test.each([
  ['not declared: shoppe', { SERVICES: '["shop","shoppe"]' }],
  ['no service is named', { SERVICES: '[]' }],
  ['app is not a label', { SELECTOR: 'app' }],
  ['disk is not a volume of shop', { VOLUME: 'disk' }],
  [
    'files is copied file by file: delete its workload and its claim, and use restore-namespace',
    { VOLUME: 'files' },
  ],
  ['a volume is of one service', { VOLUME: 'data', SERVICES: '["shop","web"]' }],
  ['TARGET is somewhere', { TARGET: 'somewhere' }],
  ['SERVICES', { SERVICES: '' }],
  ['', { SERVICES: '"; rm -rf /' }],
])('it fails, and says "%s"', (message, env) => {
  const { status, stderr } = plan(env);
  expect(status).not.toBe(0);
  expect(stderr).toContain(message);
});
