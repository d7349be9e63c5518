import { drillMetrics } from '@resilience/config/drill-metrics';
import { hours } from '@resilience/config/duration';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { synthWorkflows } from '../src/synth.ts';
import { type Played, play } from './interpreter/play.ts';
import { dagsFrom, workflowOf } from './interpreter/rendered.ts';
import { failing, fine, inTwoWaves, pausedBy, withoutAnswer } from './interpreter/worlds.ts';

const chat = primaryEnvironment(({ notifications, drills }) => {
  notifications.channels['chat'] = {
    kind: 'slack',
    channel: '#platform',
    webhook: { name: 'slack', key: 'url' },
  };
  notifications.severities.info.channels = ['chat'];
  drills['namespaces'] = {
    kind: 'namespace-restore',
    cron: '0 7 1 * *',
    durationBudget: hours(2),
    services: ['shop'],
  };
  drills['cluster'] = { kind: 'cluster-restore', cron: '0 8 1 1 *', durationBudget: hours(4) };
});
const standby = replicaEnvironment(({ drills }) => {
  drills['failover'] = {
    kind: 'region-failover',
    cron: '0 8 4 11 *',
    durationBudget: hours(8),
    approval: { by: 'person', within: hours(6) },
  };
  drills['rehearsal'] = {
    kind: 'region-failover',
    cron: '0 8 4 5 *',
    durationBudget: hours(8),
    approval: { by: 'nobody' },
  };
});
const objects = { primary: synthWorkflows(chat), standby: synthWorkflows(standby) };

const rehearsed = [
  'plan',
  'choose-backup',
  'pre-flight',
  'test-backups',
  'prepare-target',
  'restore-critical',
  'await-ready-critical',
  'verify',
  'verify',
  'measure-critical',
];
/** A step that fails, with what goes on beside it. */
const failed = (step: string) => (step === 'pre-flight' ? [step, 'test-backups'] : [step]);
const recovered = rehearsed.filter((step) => step !== 'prepare-target');
const paused = ['look', 'pause'];
const stopped = ['second-approval', 'claim-is-deleted', ...paused];
const ended = ['clean-up', 'leave-evidence', 'notify-chat'];

const drills = [
  ['drill-validation', 'primary', [...rehearsed, 'publish-critical'], ended],
  ['drill-namespaces', 'primary', [...rehearsed, 'publish-critical'], ended],
  ['drill-cluster', 'primary', [...rehearsed, 'publish-critical'], ended],
  ['drill-failover', 'standby', ['approval', ...rehearsed, 'publish-critical'], ended.slice(0, 2)],
  ['drill-rehearsal', 'standby', [...rehearsed, 'publish-critical'], ended.slice(0, 2)],
] as const;
const recoveries = [
  ['restore-namespace', 'primary', ['second-approval', ...paused, ...recovered]],
  ['restore-resources', 'primary', ['second-approval', ...paused, ...recovered]],
  ['restore-volume', 'primary', [...stopped, ...recovered, 'start-workload']],
  ['restore-cluster', 'primary', ['second-approval', ...recovered]],
  ['fail-over-region', 'standby', ['second-approval', ...recovered, 'traffic-is-switched']],
  [
    'fail-back-region',
    'primary',
    [
      'second-approval',
      'writers-are-stopped',
      'bucket-is-brought-back',
      ...recovered,
      'traffic-is-switched',
    ],
  ],
] as const;

const stepsOf = ({ ran }: Played): string[] => ran.map(({ step }) => step);

test.each(drills)('%s goes its way, and publishes what came of it', (name, where, way, end) => {
  const played = play(objects[where], name, fine);
  expect(stepsOf(played)).toEqual([...way, ...end]);
  expect(played.phase).toBe('Succeeded');
  const drill = name.replace('drill-', '');
  expect(played.published.map(({ labels }) => labels['drill'])).toEqual(
    played.published.map(() => drill),
  );
  expect(played.published).toEqual(
    expect.arrayContaining([
      { name: drillMetrics.succeeded, labels: { drill }, value: '1' },
      { name: drillMetrics.lastSuccess, labels: { drill }, value: '1764050700' },
      { name: drillMetrics.cleanedUp, labels: { drill }, value: '1' },
      expect.objectContaining({ name: drillMetrics.recoveryTime, value: '240' }),
      expect.objectContaining({ name: drillMetrics.dataLoss, value: '2720' }),
    ]),
  );
  expect(played.published).toHaveLength(5);
});

test.each(
  some(
    drills.flatMap(([name, where, way, end]) =>
      [...new Set(way)]
        .filter((step) => step !== 'approval')
        .map((step) => [name, step, where, end] as const),
    ),
  ),
)('%s: when %s fails, it cleans up, leaves evidence and says so', (name, step, where, end) => {
  const played = play(objects[where], name, failing(step));
  expect(played.phase).toBe('Failed');
  const after = stepsOf(played);
  expect(after.slice(-end.length)).toEqual(end);
  expect(new Set(after.slice(after.indexOf(step), -end.length))).toEqual(new Set(failed(step)));
  expect(played.ran.find((ran) => ran.step === 'leave-evidence')?.env['OUTCOME']).toBe('Failed');
  expect(played.published.map((metric) => metric.name)).not.toContain(drillMetrics.lastSuccess);
  expect(played.published.map((metric) => metric.name)).toContain(drillMetrics.cleanedUp);
});

test('a drill that nobody approves touches nothing and fails', () => {
  const played = play(objects.standby, 'drill-failover', withoutAnswer('approval'));
  expect(played.phase).toBe('Failed');
  expect(stepsOf(played)).toEqual(['approval', 'clean-up', 'leave-evidence']);
});

test('a clean-up that fails is published, keeps no report from being left, and fails the run', () => {
  const played = play(objects.primary, 'drill-validation', failing('clean-up'));
  expect(stepsOf(played).slice(-4)).toEqual([...ended, 'fail-the-run']);
  expect(played.phase).toBe('Failed');
  expect(played.published).toContainEqual({
    name: drillMetrics.cleanedUp,
    labels: { drill: 'validation' },
    value: '0',
  });
});

test.each([...drills, ...recoveries].map(([name, where]) => ({ name, where })))(
  'at the end of $name nothing is a DAG: Argo fails one at once when a run is stopped',
  (run) => {
    const { templates, onExit = '' } = workflowOf(objects[run.where], run.name);
    expect(dagsFrom(objects[run.where], templates, onExit)).toEqual([]);
  },
);

test('a run without a report did not succeed', () => {
  const played = play(objects.primary, 'drill-validation', failing('leave-evidence'));
  expect(played.phase).toBe('Failed');
  expect(played.published).toContainEqual({
    name: drillMetrics.succeeded,
    labels: { drill: 'validation' },
    value: '0',
  });
  expect(played.published.map(({ name }) => name)).not.toContain(drillMetrics.lastSuccess);
});

test.each([
  ['choose-backup', 'Succeeded'],
  ['prepare-target', 'Succeeded'],
  ['restore-critical', 'Failed'],
  ['verify', 'Failed'],
] as const)('a second try is made where it does no harm: %s', (step, phase) => {
  expect(play(objects.primary, 'drill-validation', failing(step, 'once')).phase).toBe(phase);
});

test.each(recoveries)('%s goes its way, and publishes nothing of drills', (name, where, way) => {
  const played = play(objects[where], name, fine);
  expect(played.phase).toBe('Succeeded');
  expect(stepsOf(played).slice(0, way.length)).toEqual(way);
  expect(stepsOf(played)).toContain('leave-evidence');
  expect(stepsOf(played)).not.toContain('clean-up');
  expect(played.published).toEqual([]);
});

test.each(
  some(
    recoveries.flatMap(([name, where, way]) =>
      [...new Set(way)].map((step) => [name, step, where, way as readonly string[]] as const),
    ),
  ),
)('%s: when %s fails, only the report follows, and ArgoCD goes on', (name, step, where, way) => {
  const played = play(objects[where], name, pausedBy(name, failing(step)));
  const after = stepsOf(played);
  expect(played.phase).toBe('Failed');
  expect(played.ran.find((ran) => ran.step === 'leave-evidence')?.env['OUTCOME']).toBe('Failed');
  const follows = new Set([...failed(step), 'look', 'resume', 'leave-evidence', 'notify-chat']);
  expect(after.slice(after.indexOf(step)).filter((each) => !follows.has(each))).toEqual([]);
  expect(after.includes('resume')).toBe(way.includes('pause') && step !== 'look');
});

test('a restore runs under the lock, and what waits for a person does not', () => {
  const runs = [
    ...play(objects.standby, 'drill-failover', fine).ran,
    ...play(objects.primary, 'restore-namespace', fine).ran,
  ];
  const locked = runs.filter(({ locks }) => locks.includes('resilience-restore'));
  expect(locked.map(({ template }) => template)).toEqual(
    expect.arrayContaining(['restore', 'restore-copy', 'prepare-target', 'verify', 'measure']),
  );
  expect(locked.some(({ suspended }) => suspended)).toBe(false);
});

const waved = (run: string, fails: Played['ran'][number]['step']) =>
  play(objects.primary, run, { ...inTwoWaves, fails: { [fails]: 'always' } });

const restoredBy = ({ ran }: Played) =>
  ran
    .filter(({ template }) => template.startsWith('restore'))
    .map(({ step, inputs }) => [step, inputs['restore'], inputs['namespaces']]);

test.each(['drill-cluster', 'restore-cluster'])('%s restores wave by wave', (run) => {
  const played = play(objects.primary, run, inTwoWaves);
  expect(played.phase).toBe('Succeeded');
  expect(restoredBy(played)).toEqual([
    ['restore-critical', '1', '["shop"]'],
    ['restore-critical', '2', '["web"]'],
    ['restore-last', '3', '["blog"]'],
  ]);
  expect(stepsOf(played).filter((step) => step.startsWith('measure'))).toEqual([
    'measure-critical',
    'measure-last',
  ]);
});

test.each(['drill-cluster', 'restore-cluster'])(
  '%s: a wave that fails keeps no other from coming back, and fails the run',
  (run) => {
    for (const step of ['restore-critical', 'await-ready-critical', 'verify']) {
      const played = waved(run, step);
      expect(played.phase).toBe('Failed');
      expect(stepsOf(played)).not.toContain('measure-critical');
      expect(stepsOf(played)).toContain('measure-last');
      expect(played.published.map(({ name }) => name)).not.toContain(drillMetrics.recoveryTime);
    }
  },
);

test('nothing is restored when the target cannot be prepared', () => {
  expect(restoredBy(waved('drill-cluster', 'prepare-target'))).toEqual([]);
});
