import { hours, minutes } from '@resilience/config/duration';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { synthesised } from './synthesised.ts';

const objects = synthesised(primaryEnvironment());

test('a schedule of the cluster takes everything but Velero itself', () => {
  expect(objects['Schedule/daily']?.spec).toMatchObject({
    schedule: '0 2 * * *',
    template: {
      includedNamespaces: ['*'],
      excludedNamespaces: ['velero'],
      includeClusterResources: true,
      snapshotVolumes: true,
      snapshotMoveData: false,
      ttl: '720h0m0s',
    },
  });
});

test('a schedule of services takes their namespaces, and copies what is in volumes', () => {
  expect(objects['Schedule/hourly']?.spec).toMatchObject({
    schedule: '15 * * * *',
    template: { includedNamespaces: ['shop'], snapshotMoveData: true, ttl: '168h0m0s' },
  });
  expect(objects['Schedule/hourly']?.spec).not.toHaveProperty('template.includeClusterResources');
});

test.each(['daily', 'hourly'])(
  'the %s schedule runs from its start, and owns no backup',
  (name) => {
    expect(objects[`Schedule/${name}`]?.spec).toMatchObject({
      paused: false,
      skipImmediately: false,
      useOwnerReferencesInBackup: false,
    });
  },
);

test.each(['daily', 'hourly'])('ArgoCD prunes no backup of the %s schedule', (name) => {
  expect(objects[`Schedule/${name}`]?.metadata.annotations).toMatchObject({
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    'argocd.argoproj.io/sync-options': 'Prune=false',
  });
});

test('volumes with more labels are told apart before those with fewer', () => {
  const policies = objects['ConfigMap/daily-volume-policies']?.data?.['policies.yaml'] ?? '';
  expect(parse(policies)).toEqual({
    version: 'v1',
    volumePolicies: [
      { conditions: { pvcLabels: { app: 'shop-db', role: 'cache' } }, action: { type: 'skip' } },
      { conditions: { pvcLabels: { app: 'shop-db' } }, action: { type: 'snapshot' } },
      { conditions: { pvcLabels: { app: 'shop-files' } }, action: { type: 'fs-backup' } },
    ],
  });
  expect(objects['Schedule/daily']?.spec).toMatchObject({
    template: { resourcePolicy: { kind: 'configmap', name: 'daily-volume-policies' } },
  });
});

test('a hook runs in the pods of its workload', () => {
  expect(objects['Schedule/daily']?.spec).toMatchObject({
    template: {
      hooks: {
        resources: [
          {
            name: 'shop-checkpoint',
            includedNamespaces: ['shop'],
            includedResources: ['pods'],
            labelSelector: { matchLabels: { app: 'shop-db' } },
            pre: [
              {
                exec: {
                  container: 'postgres',
                  command: ['psql', '--command=CHECKPOINT'],
                  onError: 'Continue',
                  timeout: '2m0s',
                },
              },
            ],
          },
          expect.anything(),
        ],
      },
    },
  });
});

test('a hook after the backup that has to succeed is rendered as such', () => {
  const changed = synthesised(
    primaryEnvironment(({ services }) => {
      const [hook] = services['shop']?.hooks ?? [];
      if (hook) Object.assign(hook, { when: 'after-backup', onError: 'fail', timeout: hours(1) });
    }),
  );
  expect(changed['Schedule/daily']?.spec).toMatchObject({
    template: {
      hooks: {
        resources: [
          { post: [{ exec: { onError: 'Fail', timeout: '1h0m0s' } }] },
          expect.anything(),
        ],
      },
    },
  });
  expect(changed['Schedule/daily']?.spec).not.toHaveProperty('template.hooks.resources.0.pre');
});

test('a change of one cron changes one schedule, and what watches it', () => {
  const changed = synthesised(
    primaryEnvironment(({ schedules }) => {
      Object.assign(schedules['daily'] ?? {}, { cron: '30 2 * * *', durationBudget: minutes(5) });
    }),
  );
  const differing = Object.keys(objects).filter(
    (key) => JSON.stringify(objects[key]) !== JSON.stringify(changed[key]),
  );
  const alerted = differing.filter((key) => key.startsWith('PrometheusRule/'));
  expect(alerted).toContain('PrometheusRule/resilience-backup-schedule-missed');
  expect(differing.filter((key) => !alerted.includes(key))).toEqual([
    'Schedule/daily',
    'ConfigMap/dashboard-backups',
  ]);
});

test('a read-only environment has no schedules, nor an application for them', () => {
  const names = Object.keys(synthesised(replicaEnvironment()));
  expect(names.filter((name) => /Schedule|velero-schedules/.test(name))).toEqual([]);
});
