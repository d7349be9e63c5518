import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { closest } from 'fastest-levenshtein';
import { parse } from '../src/parse.ts';
import { partitionNames, partitionOf, regionsOf } from '../src/regions.ts';
import { region } from '../src/schema/scalars.ts';
import { loneDeclaration } from './fixtures/places.ts';

const known = partitionNames.flatMap((partition) =>
  regionsOf(partition).map((name) => [name, partition] as const),
);

test.each(some(known))('%s is a region of %s alone', (name, partition) => {
  expect(region.safeParse(name).success).toBe(true);
  expect(partitionOf(name)).toBe(partition);
});

test.each([
  ['eu-centrall-1', 'eu-central-1'],
  ['us-est-1', 'us-east-1'],
  ['ap-southeast-9', 'ap-southeast-1'],
  ['eu-north1', 'eu-north-1'],
])('%s is closest to %s', (mistyped, meant) => {
  expect(closest(mistyped, regionsOf('aws'))).toBe(meant);
});

test('nothing is closest among no words', () => {
  expect(closest('eu', [])).toBeUndefined();
});

test('a region that AWS opens is declared, and taken', () => {
  const declaration = loneDeclaration();
  declaration.aws.region = 'eu-east-1';
  expect(parse(declaration).ok).toBe(false);
  declaration.aws.newerRegions = ['eu-east-1'];
  expect(parse(declaration).ok).toBe(true);
});

test('a region that does not exist is found in the first round, beside what else is wrong', () => {
  const declaration = loneDeclaration();
  declaration.aws.region = 'eu-noth-1';
  const parsed = parse({ ...declaration, organisation: undefined });
  expect(parsed.ok ? [] : parsed.findings.map(({ path }) => path)).toEqual([
    'organisation',
    'aws.region',
  ]);
});
