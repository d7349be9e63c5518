import { parseCron } from '@resilience/config/cron';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { jsonOf } from '../src/command-line/json.ts';

test('a duration is its seconds, wherever it is, and a schedule its expression', () => {
  expect(
    JSON.parse(jsonOf({ rto: { worst: { seconds: 90 } }, cron: parseCron('0 2 * * *') })),
  ).toEqual({
    rto: { worst: 90 },
    cron: '0 2 * * *',
  });
});

test('what has more than seconds stays whole', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.nat(), fc.string(), (seconds, name) => {
      expect(JSON.parse(jsonOf({ steps: [{ name, seconds }] }))).toEqual({
        steps: [{ name, seconds }],
      });
    }),
  );
});
