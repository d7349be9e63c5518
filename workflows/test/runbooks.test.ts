import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { backup } from '@resilience/velero/kinds/backup';
import { expect, test } from 'vitest';

import { synthWorkflows } from '../src/synth.ts';
import { play } from './interpreter/play.ts';
import { workflowOf } from './interpreter/rendered.ts';
import { failing, fine } from './interpreter/worlds.ts';
import { template } from './synthesised.ts';

const objects = synthWorkflows(primaryEnvironment());

/** The Backup that a run creates. */
const backedUp = (run: string) => {
  const { ran } = play(objects, run, fine);
  return backup.parse(JSON.parse(ran.find(({ step }) => step === 'back-up')?.manifest ?? ''));
};

test('a backup on demand outlives the region and is kept as long as the longest other', () => {
  expect(backedUp('back-up-on-demand').spec).toMatchObject({
    includedNamespaces: ['shop'],
    snapshotMoveData: true,
    ttl: '720h0m0s',
  });
});

test('a change is backed up with its ticket and revision, for applications that opted in', () => {
  expect(backedUp('back-up-before-change')).toMatchObject({
    metadata: {
      labels: { 'resilience-layer/ticket': 'CHG-1', 'resilience-layer/revision': 'abc' },
    },
    spec: { ttl: '336h0m0s' },
  });
  const look = { 'opt-in': '', ticket: '', revision: '' };
  const declined = { ...fine, outputs: { ...fine.outputs, 'look-at-change': look } };
  const { phase, ran } = play(objects, 'back-up-before-change', declined);
  expect([phase, ran.map(({ step }) => step)]).toEqual(['Succeeded', ['change']]);
});

test.each(['back-up-on-demand', 'back-up-before-change'])('%s fails with its backup', (name) => {
  expect(play(objects, name, failing('back-up')).phase).toBe('Failed');
});

test.each([
  ['restore', 'resilience-steps'],
  ['restore-copy', 'resilience-steps'],
  ['back-up', 'back-up-on-demand'],
  ['back-up', 'back-up-before-change'],
])('%s of %s fails when anything is missing', (name, of) => {
  expect(template(name, of).resource).toMatchObject({
    successCondition: 'status.phase == Completed',
    failureCondition: 'status.phase in (Failed, PartiallyFailed, FailedValidation)',
  });
});

test('an environment that writes no backups has no runbook to make one', () => {
  const names = synthWorkflows(replicaEnvironment())
    .filter(({ kind }) => kind === 'WorkflowTemplate')
    .map(({ metadata }) => metadata.name);
  expect(names).toEqual([
    'resilience-steps',
    'restore-volume',
    'restore-namespace',
    'restore-resources',
    'restore-cluster',
    'restore-into-quarantine',
    'fail-over-region',
    'fail-back-region',
  ]);
});

const askedBy = (name: string) =>
  workflowOf(objects, name).arguments?.parameters?.find((each) => each.name === 'disaster-at');
const boundOf = (name: string) =>
  play(objects, name, fine).ran.find(({ step }) => step === 'choose-backup')?.env['DISASTER_AT'];

test.each([
  'restore-volume',
  'restore-namespace',
  'restore-resources',
  'restore-cluster',
  'fail-over-region',
  'fail-back-region',
])('%s cannot be started without the time of the disaster, which bounds the backups', (name) => {
  expect(askedBy(name)).toEqual({
    name: 'disaster-at',
    description: expect.any(String) as unknown,
  });
  expect(boundOf(name)).toBe(fine.parameters['disaster-at']);
});

test.each(['restore-into-quarantine', 'drill-validation'])(
  '%s is bounded by its own start, as nothing was lost',
  (name) => {
    expect([askedBy(name), boundOf(name)]).toEqual([undefined, '']);
  },
);

test('ArgoCD is paused before a restore, and goes on whatever became of it', () => {
  for (const [name, enabled, by] of [
    ['pause', false, 'restore-namespace-1764057600'],
    ['resume', true, null],
  ] as const) {
    const { ran } = play(objects, 'restore-namespace', failing('verify'));
    const patched = ran.find(({ step }) => step === name)?.manifest ?? '';
    expect(JSON.parse(patched)).toMatchObject({
      kind: 'Application',
      metadata: { name: 'shop-app', annotations: { 'resilience-layer/paused-by': by } },
      spec: { syncPolicy: { automated: { enabled } } },
    });
  }
});

test.each([
  ['no application is named', { application: '' }, {}, []],
  ['it is synced by hand', {}, { automated: '' }, ['resume']],
  ['somebody else paused it', {}, { enabled: 'false', 'paused-by': 'alice' }, []],
])('where %s, it is left as it is', (_, parameters, looked, patched) => {
  const look = { ...fine.outputs['look-at-application'], ...looked };
  const world = {
    ...fine,
    parameters: { ...fine.parameters, ...parameters },
    outputs: { ...fine.outputs, 'look-at-application': look },
  };
  const steps = play(objects, 'restore-namespace', world).ran.map(({ step }) => step);
  expect(steps.filter((step) => ['pause', 'resume'].includes(step))).toEqual(patched);
});

test('what was restored into quarantine stays until somebody has looked, and then goes', () => {
  const { ran, published } = play(objects, 'restore-into-quarantine', fine);
  const steps = ran.map(({ step }) => step);
  expect(steps.indexOf('quarantine-is-examined')).toBeGreaterThan(
    steps.indexOf('measure-critical'),
  );
  expect(steps.indexOf('clean-up')).toBeGreaterThan(steps.indexOf('quarantine-is-examined'));
  expect(published).toEqual([]);
});

test('a drill is started once at a time, in UTC, and known by its name', () => {
  expect(objects.find(({ kind }) => kind === 'CronWorkflow')).toMatchObject({
    metadata: { name: 'drill-validation', labels: { 'resilience-layer/drill': 'validation' } },
    spec: {
      schedules: ['0 6 * * 1'],
      timezone: 'UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      workflowMetadata: { labels: { 'resilience-layer/drill': 'validation' } },
    },
  });
});

test('what a restore looks for in a replica is in the bucket', () => {
  const copies = (all: typeof objects) =>
    play(all, 'drill-validation', fine).ran.find(({ step }) => step === 'choose-backup')?.env[
      'COPIES'
    ];
  expect(copies(objects)).toBe('any');
  expect(copies(synthWorkflows(replicaEnvironment()))).toBe('off-site');
});

test('drills, recoveries and backups run as different accounts', () => {
  expect(
    ['drill-validation', 'restore-into-quarantine', 'restore-namespace', 'back-up-on-demand'].map(
      (name) => workflowOf(objects, name).serviceAccountName,
    ),
  ).toEqual([
    'resilience-drills',
    'resilience-drills',
    'resilience-runbooks',
    'resilience-backups',
  ]);
});
