import { createHash } from 'node:crypto';

import { drillReport } from '@resilience/config/drill-report';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { synthWorkflows } from '../../src/synth.ts';
import { play } from '../interpreter/play.ts';
import { recorded } from '../interpreter/recorded.ts';
import { failing, fine } from '../interpreter/worlds.ts';
import { runScript } from './run-script.ts';
import type { Answer } from './stand-ins.ts';

const objects = synthWorkflows(primaryEnvironment());
const name = 'drill-validation-1764057600';

/** Plays a run, and has the real script write its report from what Argo would know by then. */
function leave(run: string, world = fine, aws: readonly Answer[] = [{ asked: 's3api' }]) {
  const played = play(objects, run, world);
  const reporting = played.ran.findIndex(({ step }) => step === 'leave-evidence');
  const env = played.ran[reporting]?.env ?? {};
  const until = { ...played, ran: played.ran.slice(0, reporting) };
  const { OUTPUTS: _, HOME: __, VELERO: ___, ...own } = env;
  const result = runScript('leave-evidence', {
    env: own,
    kubectl: [
      { asked: 'get workflows.argoproj.io', output: recorded(env['WORKFLOW'] ?? '', until) },
      {
        asked: 'get applications.argoproj.io velero-workflows --namespace argocd',
        output: { status: { sync: { revision: 'c0ffee' } } },
      },
    ],
    aws,
  });
  const report = result.outputs['report.json'];
  return {
    ...result,
    report: report === undefined ? undefined : drillReport.parse(JSON.parse(report)),
  };
}

test('a drill that succeeded leaves all that was measured', () => {
  const { status, report, outputs } = leave('drill-validation');
  expect(status).toBe(0);
  expect(report).toMatchObject({
    drill: 'validation',
    environment: 'primary',
    workflow: name,
    startedAt: '2026-11-25T06:00:00Z',
    outcome: 'succeeded',
    failedStep: null,
    rates: { bytes: 104_857_600, objects: 12.5 },
    leftBehind: [],
    layerRevision: 'c0ffee',
    services: [
      {
        service: 'shop',
        scenario: 'namespace-deletion',
        backup: 'hourly-20261125051500',
        recoveryTimeSeconds: 240,
        dataLossSeconds: 2720,
        checks: [
          { check: 'row-count', verified: true, received: '4711' },
          { check: 'http', verified: true },
        ],
      },
    ],
  });
  expect(report?.steps.slice(0, 5)).toEqual(
    ['plan', 'choose-backup', 'pre-flight', 'test-backups', 'prepare-target'].map((step) => ({
      name: step,
      seconds: 60,
    })),
  );
  expect(outputs).toMatchObject({ outcome: 'succeeded', succeeded: '1' });
});

test.each([
  'plan',
  'choose-backup',
  'pre-flight',
  'test-backups',
  'prepare-target',
  'restore-critical',
  'await-ready-critical',
  'verify',
  'measure-critical',
  'publish-critical',
])('when %s fails, the report says so', (step) => {
  const { status, report, outputs } = leave('drill-validation', failing(step));
  expect(status).toBe(0);
  expect(report).toMatchObject({ outcome: 'failed', failedStep: step });
  expect(outputs).toMatchObject({ outcome: 'failed', succeeded: '0' });
});

test('a check that found damage is in the report with what it found, and nothing is measured', () => {
  const { report } = leave('drill-validation', failing('verify'));
  expect(report?.services).toMatchObject([
    {
      recoveryTimeSeconds: null,
      dataLossSeconds: null,
      checks: [
        { verified: false, received: '0' },
        { verified: false, received: '0' },
      ],
    },
  ]);
});

test('a loss below zero is no evidence: the run has failed where it was measured', () => {
  const services = fine.outputs['measure']?.['services']?.replace('2720', '-300') ?? '';
  const outputs = { ...fine.outputs, measure: { ...fine.outputs['measure'], services } };
  const { status, report, outputs: left } = leave('drill-validation', { ...fine, outputs });
  expect(status).toBe(0);
  expect(report).toMatchObject({
    outcome: 'failed',
    failedStep: 'measure',
    services: [{ recoveryTimeSeconds: 240, dataLossSeconds: null }],
  });
  expect(left).toMatchObject({ outcome: 'failed', succeeded: '0' });
});

test('what a clean-up could not take away is in the report of a drill that succeeded', () => {
  const left = { 'clean-up': { 'left-behind': '["Namespace/drill-shop-1"]' } };
  const { report } = leave('drill-validation', {
    ...fine,
    outputs: { ...fine.outputs, ...left },
  });
  expect(report).toMatchObject({ outcome: 'succeeded', leftBehind: ['Namespace/drill-shop-1'] });
});

test('the report lies by drill and month, with its checksum beside it', () => {
  const { calls, sent, outputs } = leave('drill-validation');
  const key = outputs['report'] ?? '';
  expect(key).toMatch(new RegExp(`^drills/validation/\\d{4}/\\d\\d/${name}\\.json$`));
  const puts = calls.filter((call) => call.includes('put-object'));
  expect(puts.map((call) => / --key (\S+) /.exec(call)?.[1])).toEqual([key, `${key}.sha256`]);
  expect(puts.every((call) => call.includes('--checksum-algorithm SHA256'))).toBe(true);
  const [report = '', sum] = sent;
  const hash = createHash('sha256').update(report).digest('hex');
  expect(sum).toBe(`${hash}  ${name}.json\n`);
});

test('a recovery is reported, too, by its runbook', () => {
  const { report, outputs } = leave('restore-namespace');
  expect(report).toMatchObject({ drill: null, outcome: 'succeeded' });
  expect(outputs['report']).toMatch(/^recoveries\/restore-namespace\/\d{4}\/\d\d\//);
});

test.each(['s3api put-object', 's3api head-object'])(
  'where %s fails, so does the step',
  (asked) => {
    const { status, outputs } = leave('drill-validation', fine, [
      { asked, status: 1 },
      { asked: 's3api' },
    ]);
    expect(status).not.toBe(0);
    expect(outputs['succeeded']).toBeUndefined();
  },
);
