import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { rights } from '../../src/doctor/checks/rights.ts';
import { allRights, reviews } from './cluster-answers.ts';
import { type Case, expectFound } from './expect-found.ts';
import { lookedAt } from './healthy.ts';

const cases: readonly Case[] = [
  [
    'a user who may not list backups',
    rights,
    reviews(allRights.with(1, false)),
    'wrong',
    /^kubectl may not list backups\.velero\.io in velero$/,
  ],
  [
    'a user who may nothing',
    rights,
    reviews(allRights.map((_, index) => index === allRights.length - 1)),
    'wrong',
    /may not get .*, list .*, create .* in velero, 2 more$/,
  ],
  [
    'a user who may not submit workflows',
    rights,
    reviews(allRights.with(allRights.length - 1, false)),
    'warning',
    /may not create workflows\.argoproj\.io in velero/,
  ],
];

test.each(some(cases))('%s is found', async (...one) => {
  expect.hasAssertions();
  await expectFound(...one);
});

test('rights that were not answered one by one are not taken for granted', async () => {
  const short = lookedAt(rights, { kubectl: [reviews([true])] });
  await expect(short).rejects.toThrow(/19 rights were asked for, and 1 answered/);
});
