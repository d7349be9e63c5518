import { measurements } from '@resilience/config/measurements';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { measure } from '../src/evidence/measure.ts';
import type { Evidence } from '../src/evidence/read-reports.ts';
import { drillReportOf } from './drill-reports.ts';

const seconds = fc.integer({ min: 1, max: 10_000 });

const evidence: fc.Arbitrary<Evidence[]> = fc
  .uniqueArray(
    fc.record({
      number: fc.nat(10_000),
      outcome: fc.constantFrom('succeeded', 'failed'),
      preFlight: seconds,
      ready: seconds,
      bytes: fc.option(seconds),
      day: fc.integer({ min: 10, max: 28 }),
    }),
    { selector: ({ number }) => number, minLength: 1, maxLength: 12 },
  )
  .map((runs) =>
    runs.map(({ number, outcome, preFlight, ready, bytes, day }) => ({
      address: `s3://evidence/drills/x/${number}.json`,
      report: drillReportOf({
        outcome,
        finishedAt: `2026-11-${day}T07:10:00Z`,
        steps: [
          { name: 'choose-backup', seconds: 1 },
          { name: 'pre-flight', seconds: preFlight },
          { name: 'test-backups', seconds: 1 },
          { name: 'await-ready', seconds: ready },
        ],
        rates: { bytes, objects: 3 },
      }),
    })),
  );

test('the order in which reports come does not matter', () => {
  fc.assert(
    fc.property(
      evidence.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(measure(shuffled)).toEqual(measure(all));
      },
    ),
  );
});

test('the worst is never quicker than what is expected, and the file can be read back', () => {
  fc.assert(
    fc.property(evidence, (all) => {
      const measured = measure(all);
      const { steps, rates } = measured;
      expect(Object.values(steps).filter(({ expected, worst }) => worst < expected)).toEqual([]);
      expect(Object.values(rates).filter(({ expected, worst }) => worst > expected)).toEqual([]);
      expect(measurements.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
    }),
  );
});

test('the median is expected and the slowest is the worst', () => {
  const all = [10, 40, 20].map((preFlight, index) => ({
    address: `s3://evidence/drills/x/${index}.json`,
    report: drillReportOf({
      finishedAt: `2026-11-1${index}T07:10:00Z`,
      steps: [
        { name: 'choose-backup', seconds: 2 },
        // These run beside each other, as do those that each wave has.
        { name: 'pre-flight', seconds: preFlight },
        { name: 'test-backups', seconds: 15 },
        { name: 'await-ready', seconds: 5 },
        { name: 'await-ready', seconds: preFlight },
      ],
    }),
  }));
  expect(measure(all).steps).toEqual({
    'pre-flight': {
      runs: 3,
      expected: 22,
      worst: 42,
      newest: '2026-11-12',
      evidence: [0, 1, 2].map((index) => `s3://evidence/drills/x/${index}.json`),
    },
    'pod-start': expect.objectContaining({ expected: 20, worst: 40 }),
    check: expect.objectContaining({ expected: 4, worst: 4 }),
  });
});

test('a drill that failed measures nothing', () => {
  const report = drillReportOf({ outcome: 'failed', failedStep: 'verify' });
  expect(measure([{ address: 's3://evidence/drills/x/1.json', report }])).toEqual({
    detection: {},
    decision: {},
    steps: {},
    rates: {},
  });
});
