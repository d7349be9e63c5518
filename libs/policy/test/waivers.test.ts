import { expect, test } from 'vitest';

import { blocks, check } from '../src/check.ts';
import type { Waiver } from '../src/waiver.ts';
import { copyOf, declarationOf, edit, terms } from './copy.ts';

const production = { ...terms, declaration: declarationOf('production') };

const paused = copyOf(
  'production',
  edit('kubernetes/velero-schedules/schedule-daily.yaml', ({ spec }) => {
    spec.paused = true;
  }),
);

/** The findings of a paused schedule, with a waiver of a fault in it. */
function found(changes: Partial<Waiver> = {}, today = '2026-11-24') {
  const waiver = {
    rule: 'scheduling/schedules-run',
    subject: 'Schedule/daily',
    reason: 'The bucket moves.',
    owner: 'platform',
    expires: '2026-11-24',
    ...changes,
  };
  const { findings } = check(paused, { ...production, waivers: [waiver], today });
  return findings.map((finding) => [finding.rule.id, finding.waiver?.reason, blocks(finding)]);
}

test('a finding that is waived is told, and stands in nobody’s way', () => {
  expect(found()).toEqual([['scheduling/schedules-run', 'The bucket moves.', false]]);
});

test.each([
  ['another rule', { rule: 'scheduling/new-schedules-start-at-once' }, '2026-11-24'],
  ['another object', { subject: 'Schedule/weekly' }, '2026-11-24'],
  ['a day that is over', {}, '2026-11-25'],
])('a waiver of %s is none', (_, changes, today) => {
  expect(found(changes, today)).toEqual([['scheduling/schedules-run', undefined, true]]);
});

test('a warning stands in nobody’s way', () => {
  const [finding] = check(paused, production).findings;
  expect(finding && blocks({ ...finding, severity: 'warning' })).toBe(false);
});
