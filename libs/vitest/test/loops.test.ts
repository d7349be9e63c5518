import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { knownFiles } from '../src/known-files.ts';
import { loopsThatMayBeEmpty } from '../src/loops.ts';
import { repositoryRoot } from '../src/repository-root.ts';
import { some } from '../src/some.ts';

const linesOf = (source: string): number[] =>
  loopsThatMayBeEmpty('a.test.ts', source).map(({ line }) => line);

test.each([
  'for (const one of found()) expect(one).toBe(1);',
  'for (const one of Object.values(found)) { await look(() => expect(one).toBe(1)); }',
  'const all = found(); for (const one of all) expect(one).toBe(1);',
  'found().forEach((one) => expect(one).toBe(1));',
  'test.each(found())("%s", () => {});',
  'describe.each([...found()])("%s", () => {});',
  'test.each([])("%s", () => {});',
  'test.each([...found(), ...found()])("%s", () => {});',
  'test.each([1].flatMap(found))("%s", () => {});',
])('what may be empty is found: %s', (source) => {
  expect(linesOf(`\n${source}`)).toEqual([2]);
});

test.each([
  'for (const one of some(found())) expect(one).toBe(1);',
  'for (const one of [1, 2]) expect(one).toBe(1);',
  'const all = [[1], [2]] as const; for (const [one] of all) expect(one).toBe(1);',
  'const all = some(found()); test.each(all)("%s", () => {});',
  'const all = [1]; test.each([...all, ...found()].map(String))("%s", () => {});',
  'for (const one of found()) remember(one);',
  'for await (const one of found()) expect(one).toBe(1);',
  'found().forEach((one) => remember(one));',
])('what cannot be empty, or expects nothing, is not: %s', (source) => {
  expect(linesOf(source)).toEqual([]);
});

const tests = some(
  knownFiles().filter((path) => /\/test\/.*\.ts$/.test(path) && !path.includes('/planted/')),
);

test('no test of this repository goes through what may be empty', () => {
  const found = tests.flatMap((path) =>
    loopsThatMayBeEmpty(path, readFileSync(join(repositoryRoot, path), 'utf8')).map(
      ({ line }) => `${path}:${line}`,
    ),
  );
  expect(found).toEqual([]);
});
