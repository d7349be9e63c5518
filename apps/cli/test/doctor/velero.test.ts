import { some } from '@resilience/vitest/some';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { backupsAreRecent } from '../../src/doctor/checks/backups-are-recent.ts';
import { drift } from '../../src/doctor/checks/drift.ts';
import { locationIsAvailable } from '../../src/doctor/checks/location-is-available.ts';
import { repositoryPassword } from '../../src/doctor/checks/repository-password.ts';
import { listed, schedulesMade } from './cluster-answers.ts';
import { type Case, expectFound } from './expect-found.ts';
import {
  backupBy,
  healthy,
  lookedAt,
  notFound,
  renderedObjects,
  undefinedKind,
} from './healthy.ts';

/** An object of the cluster that is not as it is rendered. */
async function changed(
  [kind, name, resource]: readonly [string, string, string],
  change: (spec: object) => object,
): Promise<Answer> {
  const objects = await renderedObjects();
  const items = objects
    .filter((object) => object.kind === kind && object.namespace === 'velero')
    .map(({ value, ...object }) =>
      object.name === name ? { ...value, spec: change(Object(value['spec'])) } : value,
    );
  return listed(resource, items, ' --namespace velero --output json');
}

const daily = ['Schedule', 'daily', 'schedules.velero.io'] as const;
const locationItself = [
  'BackupStorageLocation',
  'default',
  'backupstoragelocations.velero.io',
] as const;
const locationAsked = 'get backupstoragelocations.velero.io default --namespace velero';

const cases: readonly Case[] = [
  [
    'a Velero that is not there yet',
    locationIsAvailable,
    undefinedKind('backupstoragelocations.velero.io'),
    'wrong',
    /not in the cluster/,
  ],
  [
    'a location that is not there',
    locationIsAvailable,
    notFound(locationAsked),
    'wrong',
    /not in the cluster/,
  ],
  [
    'a bucket that Velero does not reach',
    locationIsAvailable,
    {
      asked: locationAsked,
      output: {
        spec: { objectStorage: { bucket: 'harbour-staging-backups-us-east-1' } },
        status: { phase: 'Unavailable' },
      },
    },
    'wrong',
    /Unavailable/,
  ],
  [
    'another cron',
    drift,
    changed(daily, (spec) => ({ ...spec, schedule: '0 5 * * *' })),
    'wrong',
    /spec\.schedule/,
  ],
  [
    'a schedule that is paused',
    drift,
    changed(daily, (spec) => ({ ...spec, paused: true })),
    'wrong',
    /spec\.paused/,
  ],
  [
    'a field that is not rendered',
    drift,
    changed(locationItself, (spec) => ({
      ...spec,
      backupSyncPeriod: '0s',
      validationFrequency: '24h',
    })),
    'wrong',
    /spec\.validationFrequency/,
  ],
  [
    'objects that are not there',
    drift,
    listed('deployments.apps', []),
    'wrong',
    /is not in the cluster/,
  ],
  [
    'no backup',
    backupsAreRecent,
    listed('backups.velero.io', [backupBy('weekly', 30)]),
    'wrong',
    /there is none/,
  ],
  [
    'an old backup',
    backupsAreRecent,
    listed('backups.velero.io', [backupBy('weekly', 30), backupBy('daily', 30)]),
    'wrong',
    /daily-1, 1 d 6 h old; the schedule allows 1 d 1 h/,
  ],
  [
    'a backup that failed in part',
    backupsAreRecent,
    listed('backups.velero.io', [backupBy('weekly', 30), backupBy('daily', 3, 'PartiallyFailed')]),
    'wrong',
    /there is none/,
  ],
  [
    'no password',
    repositoryPassword,
    notFound('get secret velero-repo-credentials'),
    'wrong',
    /no copy of a file/,
  ],
  [
    'a repository that is not ready',
    repositoryPassword,
    listed('backuprepositories.velero.io', [
      {
        metadata: { name: 'r' },
        status: { phase: 'NotReady', message: 'invalid repository password' },
      },
    ]),
    'wrong',
    /NotReady: invalid repository password/,
  ],
];

test.each(some(cases))('%s is found', async (...one) => {
  expect.hasAssertions();
  await expectFound(...one);
});

test('quantities and defaults of the API server are no drift', async () => {
  const velero = await changed(['Deployment', 'velero', 'deployments.apps'], (spec) =>
    JSON.parse(
      JSON.stringify({ ...spec, progressDeadlineSeconds: 600, revisionHistoryLimit: 10 })
        .replaceAll('"1024Mi"', '"1Gi"')
        .replaceAll('"500m"', '"0.5"'),
    ),
  );
  expect(JSON.stringify(velero.output)).toContain('"1Gi"');
  const { found } = await lookedAt(drift, { kubectl: [velero, ...(await healthy())] });
  expect(found).toMatchObject([{ state: 'ok' }]);
});

test('a changed quantity is drift', async () => {
  const velero = await changed(['Deployment', 'velero', 'deployments.apps'], (spec) =>
    JSON.parse(JSON.stringify(spec).replaceAll('"1024Mi"', '"1000Mi"')),
  );
  const { found } = await lookedAt(drift, { kubectl: [velero, ...(await healthy())] });
  expect(found).toMatchObject([
    { state: 'wrong', found: expect.stringContaining('resources.limits.memory') as unknown },
  ]);
});

test('a schedule that is younger than its interval needs no backup yet', async () => {
  const young = listed('schedules.velero.io', schedulesMade(['daily', 'weekly'], 2));
  const { found } = await lookedAt(backupsAreRecent, {
    kubectl: [young, listed('backups.velero.io', []), ...(await healthy())],
  });
  expect(found.map(({ state }) => state)).toEqual(['warning', 'warning']);
});
