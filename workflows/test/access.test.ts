import { primaryEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { synthWorkflows } from '../src/synth.ts';

interface Rule {
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const objects = synthWorkflows(primaryEnvironment());

/** Every right of an account as `verb resource`. */
const rightsOf = (account: string): string[] =>
  objects
    .filter(
      ({ kind, metadata }) =>
        kind.endsWith('Role') && [account, `${account}-applications`].includes(metadata.name),
    )
    .flatMap((role) => Reflect.get(role, 'rules') as Rule[])
    .flatMap(({ resources, verbs }) =>
      resources.flatMap((resource) => verbs.map((verb) => `${verb} ${resource}`)),
    );

const changing = (rights: readonly string[]): string[] =>
  rights.filter((right) => !/^(get|list|watch) /.test(right)).toSorted();

const result = ['create workflowtaskresults', 'patch workflowtaskresults'];
const starting = ['patch deployments/scale', 'patch statefulsets/scale'];
const looking = ['create pods/exec', 'create pods/portforward'];

test('who backs up restores nothing', () => {
  expect(changing(rightsOf('resilience-backups'))).toEqual(
    ['create backups', ...result].toSorted(),
  );
});

test('who recovers makes and deletes no namespace, pauses applications and starts workloads', () => {
  expect(changing(rightsOf('resilience-runbooks'))).toEqual(
    ['create restores', 'patch applications', ...starting, ...looking, ...result].toSorted(),
  );
});

test('who drills makes namespaces, closes them and takes them away', () => {
  expect(changing(rightsOf('resilience-drills'))).toEqual(
    [
      'create restores',
      ...looking,
      ...result,
      'create namespaces',
      'delete namespaces',
      ...['create', 'patch'].flatMap((verb) =>
        ['networkpolicies', 'resourcequotas'].map((resource) => `${verb} ${resource}`),
      ),
      'patch persistentvolumes',
    ].toSorted(),
  );
});

test('no account may do anything that a star stands for, or read a secret', () => {
  const all = ['backups', 'runbooks', 'drills'].flatMap((name) => rightsOf(`resilience-${name}`));
  expect(all.filter((right) => right.includes('*') || right.endsWith(' secrets'))).toEqual([]);
});

test('the objects that checks count may be listed', () => {
  const counting = primaryEnvironment(({ services }) => {
    services['shop']?.verification.push({
      check: 'objects',
      resource: 'certificates.cert-manager.io',
      atLeast: 1,
    });
  });
  const role = synthWorkflows(counting).find(({ kind }) => kind === 'ClusterRole');
  expect(role).toMatchObject({
    rules: expect.arrayContaining([
      { apiGroups: ['cert-manager.io'], resources: ['certificates'], verbs: ['get', 'list'] },
    ]) as unknown,
  });
});

test('steps have the token of their account: they ask the API server', () => {
  const accounts = objects.filter(({ kind }) => kind === 'ServiceAccount');
  expect(accounts).toHaveLength(3);
  for (const account of some(accounts))
    expect(account).toMatchObject({ automountServiceAccountToken: true });
});
