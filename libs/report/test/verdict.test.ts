import { expect, test } from 'vitest';

import type { Outcome } from '../src/model/service.ts';
import { markOf, marks } from '../src/parts/verdict.ts';
import { siteOf } from '../src/site.ts';
import { textOf } from './html.ts';
import { proved, reportOf } from './model.ts';

test.each<[string, Outcome]>([
  ['holds', proved()],
  ['holds in part', proved({ verdict: 'proved-in-part' })],
  ['breached', proved({ verdict: 'breached' })],
  ['waived', proved({ verdict: 'breached', waivedBy: 'sales' })],
  ['unprovable', proved({ verdict: 'unprovable' })],
  ['waived', proved({ verdict: 'unprovable', waivedBy: 'sales' })],
  ['accepted loss', { scenario: 'key-loss', verdict: 'unprotected', reason: 'Nobody needs it.' }],
])('an outcome is shown as %s', (word, outcome) => {
  expect(markOf(outcome).word).toBe(word);
});

test('no two verdicts are told apart by their colour alone', () => {
  const all = Object.values(marks);
  expect(new Set(all.map(({ shape }) => shape)).size).toBe(all.length);
  expect(new Set(all.map(({ word }) => word)).size).toBe(all.length);
});

const nothing = { declared: 3_600, worst: undefined, expected: undefined, holds: false };

test.each([
  ['4 of 4', proved()],
  ['2 of 4; 2 are waived', proved({ verdict: 'breached', rpo: nothing, waivedBy: 'sales' })],
  ['2 of 4; 2 are breached or unprovable', proved({ verdict: 'breached', rpo: nothing })],
])('the overview counts the objectives of both environments: %s', (count, outcome) => {
  const [overview] = siteOf(reportOf([outcome]));
  expect(textOf(overview?.content ?? '')).toContain(`Objectives that hold ${count} Accepted`);
});

test.each([
  [{ rpo: nothing, rto: nothing }, 'loses all, may lose 1 h never back, may take 1 h'],
  [{ rto: nothing, missing: ['recovery.x'] }, 'back at an unknown time, may take 1 h'],
])('what has no worst case is said in words: %o', (changes, expected) => {
  const [overview] = siteOf(reportOf([proved({ verdict: 'breached', ...changes })]));
  expect(textOf(overview?.content ?? '')).toContain(expected);
});
