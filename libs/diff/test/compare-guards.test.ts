import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compareGuards, type Statement } from '../src/compare-guards.ts';
import type { Guard, Weakening } from '../src/guard.ts';

type Source = readonly Guard[];

const kind = (absence: Weakening['absence']): Weakening<Source> => ({
  id: `test/${absence}`,
  absence,
  guards: (source) => source,
  sentence: ({ names, cases, before = 'nothing', after = 'nothing' }) =>
    `${names} ${cases}: ${before} → ${after}`,
});

const guards = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom('a', 'a.b', 'a.b.c', 'd', 'e[0]', 'e'),
    subject: fc.constantFrom('one', 'two'),
    strength: fc.integer({ min: 0, max: 3 }),
    value: fc.constantFrom('x', 'y'),
  }),
  { selector: ({ path }) => path },
);

const kinds = [kind('weakest'), kind('strongest'), kind('neutral'), kind('unsaid')];
const opposite = { weaker: 'stronger', stronger: 'weaker', other: 'other' } as const;

const judgement = ({ kind: id, direction, paths }: Statement): string =>
  [id, direction, ...paths.toSorted()].join(' ');

test('what is weaker on the way there is stronger on the way back', () => {
  fc.assert(
    fc.property(guards, guards, (before, after) => {
      const there = compareGuards(kinds, before, after);
      const back = compareGuards(kinds, after, before);
      expect(back.map(judgement).toSorted()).toEqual(
        there.map((one) => judgement({ ...one, direction: opposite[one.direction] })).toSorted(),
      );
    }),
  );
});

test('nothing is said of what stays', () => {
  fc.assert(
    fc.property(guards, (same) => {
      expect(compareGuards(kinds, same, same)).toEqual([]);
    }),
  );
});

const guard = (path: string, more: Partial<Guard> = {}): Guard => ({
  path,
  subject: path,
  strength: 1,
  value: 'there',
  ...more,
});

test('what goes with something else is not said', () => {
  const before = [guard('a'), guard('a.b'), guard('d', { within: ['a'] }), guard('ab')];
  expect(compareGuards([kind('weakest')], before, [guard('ab')])).toEqual([
    { kind: 'test/weakest', direction: 'weaker', text: 'a : there → nothing', paths: ['a'] },
  ]);
});

/** Two subjects with two cases each. */
const alike = (strength: number): Guard[] =>
  ['one', 'two'].flatMap((subject) =>
    ['x', 'y'].map((one) =>
      guard(`${subject}.${one}`, { subject, case: one, strength, value: String(strength) }),
    ),
  );

test('what is alike of several subjects and cases is one sentence', () => {
  expect(compareGuards([kind('unsaid')], alike(2), alike(1)).map(({ text }) => text)).toEqual([
    'one and two x and y: 2 → 1',
  ]);
});

test('a source that does not show a kind is not compared', () => {
  const blind: Weakening<Source> = { ...kind('weakest'), guards: () => undefined };
  expect(compareGuards([blind], [guard('a')], [])).toEqual([]);
});
