import type { CompleteInput } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment } from '@resilience/config/fixtures';
import type { Measurement } from '@resilience/config/measurements';
import { expect, test } from 'vitest';

import { decisionOf, Missing, rateOf, stepOf, unnoticed } from '../src/quantity.ts';

const standard = { tier: 'standard' } as const;
const mebibyte = 1024 ** 2;

const measured = (runs: number, expected: number, worst: number): Measurement => ({
  runs,
  expected,
  worst,
  newest: '2026-11-02',
  evidence: ['s3://acme-primary-evidence-eu-west-1/drills/1.json'],
});

const environment = (
  measurements: Partial<Environment['measurements']>,
  edit?: (declaration: CompleteInput) => void,
): Environment => {
  const declared = primaryEnvironment(edit);
  return { ...declared, measurements: { ...declared.measurements, ...measurements } };
};

test.each([
  ['the slower counts before there are enough runs', 4, 70, { expected: 20, worst: 70 }],
  ['also where it is the assumption', 4, 30, { expected: 20, worst: 60 }],
  ['enough runs count alone, slower', 5, 70, { expected: 20, worst: 70 }],
  ['enough runs count alone, quicker', 5, 30, { expected: 20, worst: 30 }],
])('%s', (_, runs, worst, known) => {
  const steps = { 'pre-flight': measured(runs, 20, worst) };
  expect(stepOf(environment({ steps }), 'pre-flight')).toEqual({
    ...known,
    path: 'recovery.steps.pre-flight',
    source: { kind: 'measured', runs, newest: '2026-11-02', alone: runs >= 5 },
  });
});

test.each([
  [4, 40, 40],
  [4, 80, 50],
  [5, 80, 80],
])('of rates the slower is the lower: %i runs at %i', (runs, worst, counted) => {
  const rates = { 'file-level-download': measured(runs, 90 * mebibyte, worst * mebibyte) };
  expect(rateOf(environment({ rates }), 'file-level-download')).toMatchObject({
    expected: 90 * mebibyte,
    worst: counted * mebibyte,
  });
});

test('without a measurement the assumption counts, in seconds and per second', () => {
  const assumed = { kind: 'assumed' };
  const none = environment({});
  expect(decisionOf(none, 'key-loss')).toEqual({
    expected: 60,
    worst: 120,
    path: 'recovery.decision.key-loss',
    source: assumed,
  });
  expect(rateOf(none, 'object-creation')).toEqual({
    expected: 10,
    worst: 2,
    path: 'recovery.rates.object-creation',
    source: assumed,
  });
  expect(rateOf(none, 'snapshot-initialisation')).toEqual({
    expected: 200 * mebibyte,
    worst: 100 * mebibyte,
    path: 'recovery.rates.snapshot-initialisation',
    source: assumed,
  });
});

const unassumed = ({ recovery }: CompleteInput) => delete recovery.steps.check;

test.each([
  [4, new Missing('recovery.steps.check')],
  [5, expect.objectContaining({ expected: 5, worst: 8 })],
])('%i runs alone', (runs, known) => {
  const steps = { check: measured(runs, 5, 8) };
  expect(stepOf(environment({ steps }, unassumed), 'check')).toEqual(known);
});

test('detection and decision are measured by scenario', () => {
  const detection = { 'key-loss': measured(9, 5, 8) };
  const known = environment({ detection });
  expect(unnoticed(known, standard, 'key-loss')).toMatchObject({ worst: 8 });
  expect(unnoticed(known, standard, 'bucket-loss')).toMatchObject({ worst: 120 });
  expect(decisionOf(known, 'key-loss')).toMatchObject({ worst: 120 });
});
