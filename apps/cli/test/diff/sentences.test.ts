import type { Statement } from '@resilience/diff/compare-guards';
import { compare } from '@resilience/diff/compare';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { editedHarbour, unedited } from './edited-harbour.ts';
import { operations } from './edits/operations.ts';
import { schedules } from './edits/schedules.ts';
import { services } from './edits/services.ts';
import { storage } from './edits/storage.ts';

const edits = [...schedules, ...storage, ...services, ...operations];

const opposite = { weaker: 'stronger', stronger: 'weaker', other: 'other' } as const;

/** What is weaker or stronger, whatever is said of it. */
const judgement = ({ kind, direction, paths }: Statement): string =>
  [kind, direction, ...paths.toSorted()].join(' ');

test.each(some(edits))('$name', async ({ environment = 'production', sentences, ...edited }) => {
  const before = await unedited(environment);
  const after = await editedHarbour({ environment, ...edited });
  const there = compare({ before, after })?.statements ?? [];
  const back = compare({ before: after, after: before })?.statements ?? [];
  expect(there.map(({ direction, text }) => `${direction}: ${text}`)).toEqual(sentences);
  // What is weaker on the way there is stronger on the way back.
  expect(back.map(judgement).toSorted()).toEqual(
    there.map((one) => judgement({ ...one, direction: opposite[one.direction] })).toSorted(),
  );
});

test('a revision does not differ from itself', async () => {
  const revision = await unedited('production');
  expect(compare({ before: revision, after: revision })).toBeUndefined();
});
