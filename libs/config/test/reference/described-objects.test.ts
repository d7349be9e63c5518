import { expect, test } from 'vitest';

import { describedObjects } from '../../src/reference/described-objects.ts';

const objects = describedObjects();
const keysOf = (title: string) => objects.find((one) => one.title === title)?.keys ?? [];
const keyOf = (title: string, key: string) => keysOf(title).find((one) => one.key === key);

test('Every value has a sentence that says what it decides', () => {
  const silent = objects.flatMap(({ title, keys }) =>
    keys.flatMap(({ key, objects: within, sentence }) =>
      within.length === 0 && sentence === undefined ? [`${title}: ${key}`] : [],
    ),
  );
  expect(silent, 'write a comment before the key in libs/config/src/schema').toEqual([]);
});

test('Every value has an example', () => {
  const without = objects.flatMap(({ title, keys }) =>
    keys.flatMap(({ key, objects: within, example }) =>
      within.length === 0 && (example ?? '') === '' ? [`${title}: ${key}`] : [],
    ),
  );
  expect(without).toEqual([]);
});

test('A sentence is the comment before the key, or before the schema that the key takes', () => {
  expect(keyOf('a schedule', 'retention')?.sentence).toBe(
    "How long each backup is kept: Velero's TTL.",
  );
  expect(keyOf('a bucket of its own', 'lifecycle')?.sentence).toBe(
    'Ages of objects, in whole days since they were written.',
  );
  expect(keyOf('a schedule of a tier', 'retention')?.sentence).toBe(
    keyOf('a schedule', 'retention')?.sentence,
  );
});

test('What tiers, presets and names say of a service may be left out', () => {
  const needed = keysOf('a service').filter(({ mayBeLeftOut }) => !mayBeLeftOut);
  expect(needed.map(({ key }) => key)).toEqual(['owner', 'tier']);
  expect(keyOf('a volume', 'used')?.mayBeLeftOut).toBe(true);
  expect(keyOf('a volume', 'size')?.mayBeLeftOut).toBe(false);
});

test('An object at several places stands once, with all of them', () => {
  const titles = objects.map(({ title }) => title.toLowerCase());
  expect(new Set(titles).size).toBe(titles.length);
  expect(objects.find(({ title }) => title === 'a schedule of a tier')?.places).toEqual([
    'tiers.critical.schedules.‹name›',
    'tiers.important.schedules.‹name›',
    'tiers.standard.schedules.‹name›',
  ]);
});

test('The word that decides between objects stands with each of them', () => {
  expect(objects.find(({ title }) => title === 'a bucket of its own')?.decidedBy).toEqual([
    "kind: 'bucket'",
  ]);
});
