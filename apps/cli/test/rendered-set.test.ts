import { synthCluster } from '@resilience/cluster/synth';
import type { CompleteInput } from '@resilience/config/declaration';
import { gib, percent } from '@resilience/config';
import { days, minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { changeHooks } from '@resilience/workflows/change-hooks';
import { workflowsApplication } from '@resilience/workflows/application';
import { synthWorkflows } from '@resilience/workflows/synth';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dangling, type Manifest } from './references.ts';

/** etcd takes 1.5 MiB in a request, and the API server a MiB in a ConfigMap. */
const largest = 1024 ** 2;

function objectsOf(environment: Environment): Manifest[] {
  const applications = synthCluster(environment, [workflowsApplication]);
  return [
    ...applications.flatMap(({ objects }) => objects),
    ...synthWorkflows(environment),
    ...changeHooks(environment).map(({ object }) => object),
  ] as unknown as Manifest[];
}

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}[a-z0-9]$/);
type Service = CompleteInput['services'][string];
type Schedule = CompleteInput['schedules'][string];

const hookOf = (name: string, kind: string): Service['hooks'][number] => {
  const common = {
    name,
    workload: 'shop-db',
    container: 'main',
    timeout: minutes(1),
    onError: 'fail' as const,
  };
  return kind === 'mysql-read-lock'
    ? { ...common, kind, client: ['mysql'], holdAtMost: minutes(5) }
    : { ...common, kind: 'command', when: kind as 'after-restore', command: ['true'] };
};

const hooks = fc
  .uniqueArray(label, { maxLength: 4 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .constantFrom('mysql-read-lock', 'before-backup', 'after-backup', 'after-restore')
          .map((kind) => hookOf(name, kind)),
      ),
    ),
  );

const schedule: fc.Arbitrary<Schedule> = fc.record({
  cron: fc.constantFrom('0 2 * * *', '*/30 * * * *', '0 4 1 * *'),
  retention: fc.integer({ min: 1, max: 365 }).map(days),
  covers: fc.constantFrom<Schedule['covers']>('cluster', ['shop']),
  volumes: fc.constantFrom<Schedule['volumes']>('snapshots', 'file-level-copies'),
  durationBudget: fc.integer({ min: 1, max: 240 }).map(minutes),
});

const edits = fc.record({
  namespaces: fc.uniqueArray(label, { maxLength: 6 }),
  schedules: fc.dictionary(label, schedule, { minKeys: 1, maxKeys: 6 }),
  hooks,
  identity: fc.boolean(),
  rehearses: fc.boolean(),
  applications: fc.uniqueArray(label, { maxLength: 3 }),
});

type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

/** The small declaration with more of everything. */
const declared = (edit: Edits): Environment =>
  primaryEnvironment((declaration) => {
    const { shop } = declaration.services;
    if (!shop) throw new Error('no shop');
    shop.hooks = edit.hooks;
    for (const [index, name] of edit.namespaces.entries()) {
      const volume = {
        size: gib(1),
        used: percent(50),
        dailyChange: percent(1),
        content: 'uploads' as const,
        claimLabels: { app: `${name}-${index}` },
        backup: { method: 'snapshot' as const },
      };
      declaration.services[name] ??= {
        ...shop,
        namespace: name,
        hooks: [],
        volumes: { data: volume },
        verification: [{ check: 'objects', resource: 'secrets', atLeast: 1 }],
      };
    }
    declaration.schedules = {
      ...edit.schedules,
      everything: declaration.schedules['daily'] as Schedule,
    };
    if (edit.identity) declaration.cluster.identity = { kind: 'pod-identity' };
    if (edit.rehearses) {
      declaration.restores = {
        objects: 'changed',
        storageClass: 'gp3',
        ingressClass: 'rehearsal',
        ingressHosts: [],
        workloads: 'stopped',
      };
    }
    declaration.changes.applications = Object.fromEntries(
      edit.applications.map((name) => [name, 'shop']),
    );
  });

/** What is wrong with a rendered set as a whole. */
function faultsOf(environment: Environment): unknown[] {
  const objects = objectsOf(environment);
  const names = objects.map(({ kind, metadata: { namespace, name } }) =>
    [kind, namespace, name].join('/'),
  );
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index),
    ...dangling(objects),
    ...objects.filter((object) => JSON.stringify(object).length >= largest),
  ];
}

test('whatever is declared, names are unique, references resolve and objects are small enough', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(edits, (edit) => {
      expect(faultsOf(declared(edit))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('the same holds for an environment that mounts a replica', () => {
  expect(faultsOf(replicaEnvironment())).toEqual([]);
});

test.each(['ServiceAccount', 'ConfigMap', 'WorkflowTemplate', 'ExternalSecret', 'PriorityClass'])(
  'a missing %s is noticed',
  (kind) => {
    const objects = objectsOf(primaryEnvironment()).filter((object) => object.kind !== kind);
    expect(dangling(objects)).not.toEqual([]);
  },
);
