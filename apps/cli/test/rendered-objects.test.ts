import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resourcePolicies } from '@resilience/velero/kinds/resource-policies';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { repositoryRoot } from '../src/repository-root.ts';
import { validate } from './schemas.ts';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
}

const environments = join(repositoryRoot, 'environments');

const rendered = readdirSync(environments, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/rendered\/(kubernetes|hooks)\/.*\.yaml$/.test(path))
  .map((path): [string, Manifest] => [path, parse(readFileSync(join(environments, path), 'utf8'))]);

test('every environment is there', () => {
  const names = new Set(rendered.map(([path]) => path.split('/')[0]));
  expect([...names]).toEqual(expect.arrayContaining(['dr', 'production', 'staging']));
});

test.each(some(rendered))('%s is valid for its kind', (_, manifest) => {
  expect(() => validate(asPublished(manifest))).not.toThrow();
});

/** The published schema has the groups of Argo's steps in objects, which the controller and its definitions do not. */
const asPublished = (manifest: Manifest): Manifest =>
  JSON.parse(JSON.stringify(manifest), (key, value: unknown) =>
    key === 'steps' && Array.isArray(value)
      ? value.map((group: unknown) => (Array.isArray(group) ? { steps: group as unknown } : group))
      : value,
  ) as Manifest;

const policies = rendered.filter(([path]) => path.endsWith('-volume-policies.yaml'));

test.each(some(policies))('%s holds policies that Velero reads', (_, { data }) => {
  expect(resourcePolicies.safeParse(parse(data?.['policies.yaml'] ?? '')).success).toBe(true);
});

/** One object of each kind, and what is wrong with it: a validator that takes it proves nothing. */
const kinds = new Map(rendered.map(([, manifest]) => [manifest.kind, manifest]));

test.each(some([...kinds]))('the validator of %s refuses a number for a name', (_, manifest) => {
  const broken = { ...manifest, metadata: { ...manifest.metadata, name: 42 } };
  expect(() => validate(broken)).toThrow('name');
});

test('one object has one file in an environment', () => {
  const identities = rendered.map(([path, { apiVersion, kind, metadata }]) =>
    [path.split('/')[0], apiVersion, kind, metadata.namespace, metadata.name].join(' '),
  );
  expect(identities).toEqual([...new Set(identities)]);
});

test('the three schedules of the requirements stand in production', () => {
  const schedules = Object.fromEntries(
    rendered
      .filter(([path, { kind }]) => path.startsWith('production/') && kind === 'Schedule')
      .map(([, manifest]) => [manifest.metadata.name, manifest]),
  );
  expect(schedules).toMatchObject({
    daily: {
      spec: { schedule: '0 2 * * *', template: { ttl: '720h0m0s', snapshotVolumes: true } },
    },
    weekly: {
      spec: { schedule: '0 3 * * 0', template: { ttl: '2160h0m0s', snapshotMoveData: true } },
    },
    monthly: {
      spec: { schedule: '0 4 1 * *', template: { ttl: '8760h0m0s', snapshotMoveData: true } },
    },
  });
});

test('ArgoCD may sync every kind that is rendered, and no other', () => {
  const [permitted] = rendered.flatMap(([, manifest]) =>
    manifest.kind === 'AppProject' ? [manifest as unknown as { spec: Permitted }] : [],
  );
  const cluster = permitted?.spec.clusterResourceWhitelist.map(format) ?? [];
  const namespaced = permitted?.spec.namespaceResourceWhitelist.map(format) ?? [];
  const synced = rendered.filter(([path]) => path.includes('/kubernetes/'));
  const used = synced.map(([, { apiVersion, kind, metadata }]) => ({
    type: format({ group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '', kind }),
    inNamespace: metadata.namespace !== undefined,
  }));
  const types = (inNamespace: boolean): string[] =>
    [
      ...new Set(used.filter((use) => use.inNamespace === inNamespace).map(({ type }) => type)),
    ].toSorted();
  // The definitions come from upstream's repository and are not rendered.
  expect(
    cluster.filter((type) => type !== 'apiextensions.k8s.io/CustomResourceDefinition').toSorted(),
  ).toEqual(types(false));
  expect(namespaced.toSorted()).toEqual(types(true));
});

interface Kind {
  readonly group: string;
  readonly kind: string;
}

interface Permitted {
  readonly clusterResourceWhitelist: readonly Kind[];
  readonly namespaceResourceWhitelist: readonly Kind[];
}

function format({ group, kind }: Kind): string {
  return `${group}/${kind}`;
}
