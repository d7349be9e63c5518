import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { inputsOf, inputsOfLoss, inputsOfTime } from '../src/inputs.ts';
import { type Proof, prove } from '../src/prove.ts';
import { proofs, schedule } from './edits.ts';

const measured = (runs: number) => {
  const environment = primaryEnvironment();
  const evidence: [string] = ['s3://acme-primary-evidence-eu-west-1/drills/1.json'];
  const steps = { 'pod-start': { runs, expected: 20, worst: 30, newest: '2026-11-02', evidence } };
  return prove({ ...environment, measurements: { ...environment.measurements, steps } });
};

const kindsOf = (all: readonly Proof[]): string[] =>
  inputsOf(all).flatMap(({ path, kind }) => (kind === 'measured' ? [path] : []));

test('a time is measured where drills ran often enough to do without the assumption', () => {
  expect(kindsOf(measured(4))).toEqual([]);
  expect(kindsOf(measured(5))).toEqual(['recovery.steps.pod-start']);
  const [podFailure] = measured(5);
  expect(podFailure && inputsOfTime(podFailure)).toContainEqual({
    name: 'pod-start',
    path: 'recovery.steps.pod-start',
    kind: 'measured',
  });
});

test('data is lost by assumed times: how long a backup takes, and how late it is elsewhere', () => {
  const found = proofs((declaration) => {
    schedule(declaration, 'hourly').cron = '0 14 * * *';
  });
  const paths = (scenario: string) =>
    inputsOfLoss(found[scenario] as Proof).map(({ path, kind }) => `${path} ${kind}`);
  expect(paths('pod-failure')).toEqual([]);
  expect(paths('volume-corruption')).toEqual([
    'schedules.hourly.durationBudget assumed',
    'schedules.daily.durationBudget assumed',
  ]);
  expect(paths('region-failure')).toEqual([
    'schedules.hourly.durationBudget assumed',
    'storage.replication.maximumLag assumed',
  ]);
});

test('what several proofs are computed from counts once', () => {
  const paths = inputsOf(prove(primaryEnvironment())).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(
    expect.arrayContaining(['recovery.steps.check', 'recovery.decision.key-loss']),
  );
});
