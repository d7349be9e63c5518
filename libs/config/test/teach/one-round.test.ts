import { some } from '@resilience/vitest/some';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { days, hours } from '../../src/index.ts';
import { parse } from '../../src/parse.ts';
import { formatPath, withValueAt } from '../../src/teach/place.ts';
import { valueAt } from '../../src/teach/schema-at.ts';
import { primaryDeclaration } from '../fixtures/declarations.ts';

type Path = readonly PropertyKey[];

/** Every place of a value below the root, the objects and lists before what is in them. */
const pathsOf = (value: unknown, path: Path = []): Path[] => [
  ...(path.length > 0 ? [path] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((key) =>
        pathsOf(Reflect.get(value, key), [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

const places = some(pathsOf(primaryDeclaration()));

/** Of the wrong form at any place, and of the right form at some, where it fits nothing. */
const wrongValues = [
  42,
  'no such thing',
  '24h',
  'NAME',
  [],
  {},
  true,
  null,
  days(20_000),
  hours(1),
];

const breakage = fc.record({
  path: fc.constantFrom(...places),
  to: fc.constantFrom<unknown>(undefined, ...wrongValues),
});

/** A declaration with breakages, of which none is below another. */
const brokenDeclarations = fc
  .uniqueArray(breakage, { minLength: 1, maxLength: 6, selector: ({ path }) => formatPath(path) })
  .map((breakages) =>
    breakages.filter(
      ({ path }) =>
        !breakages.some(
          (other) =>
            other.path.length < path.length && other.path.every((key, i) => key === path[i]),
        ),
    ),
  );

const breakAll = (breakages: readonly { path: Path; to: unknown }[]): unknown =>
  breakages.reduce<unknown>(
    // A list keeps its length, as the places of the others are counted in it.
    (declared, { path, to }) =>
      withValueAt(declared, path, typeof path.at(-1) === 'number' ? (to ?? null) : to),
    primaryDeclaration(),
  );

const findingsOf = (declared: unknown) => {
  const parsed = parse(declared);
  return parsed.ok ? [] : parsed.findings;
};

const isBelow = (place: string, above: string): boolean =>
  above === '' || place === above || place.startsWith(`${above}.`) || place.startsWith(`${above}[`);

test('a problem of form is only where something is broken', () => {
  fc.assert(
    fc.property(brokenDeclarations, (breakages) => {
      const paths = breakages.map(({ path }) => formatPath(path));
      const reported = findingsOf(breakAll(breakages))
        .filter(({ code }) => /invalid|missing|unknown-key/.test(code))
        .flatMap(({ path, places: all = [{ path }] }) => all.map((one) => one.path));
      const elsewhere = reported.filter(
        (place) => !paths.some((path) => isBelow(place, path) || isBelow(path, place)),
      );
      expect(elsewhere).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

/** Words that decide what else an object holds: without the right one, nothing else of it can be judged. */
const deciding = new Set([
  'kind',
  'mode',
  'to',
  'method',
  'check',
  'engine',
  'encrypted',
  'objects',
  'by',
]);

const nearest = (place: string): Path =>
  places
    .filter((path) => isBelow(place, formatPath(path)))
    .toSorted((x, y) => y.length - x.length)[0] ?? [];

/** Puts back what stood at the places that were reported; at a place that was never there, what stood above. */
function corrected(declared: unknown, reported: readonly string[]): unknown {
  const sound = primaryDeclaration();
  return reported
    .map(nearest)
    .map((path) => (deciding.has(String(path.at(-1))) ? path.slice(0, -1) : path))
    .toSorted((x, y) => y.length - x.length)
    .reduce<unknown>((value, path) => withValueAt(value, path, valueAt(sound, path)), declared);
}

test('once the problems of form are solved, the form is sound', () => {
  fc.assert(
    fc.property(brokenDeclarations, (breakages) => {
      const declared = breakAll(breakages);
      const reported = findingsOf(declared).flatMap(({ path, places: all = [{ path }] }) =>
        all.map((one) => one.path),
      );
      const again = findingsOf(
        reported.includes('') ? primaryDeclaration() : corrected(declared, reported),
      );
      // How two parts of an object fit is judged once both have their form.
      const late = again.filter(
        ({ path, code }) =>
          /invalid|missing|unknown-key/.test(code) &&
          !reported.some((place) => isBelow(place, path)),
      );
      expect(late).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('nothing is said of what is inside a part of the wrong kind', () => {
  const declared = withValueAt(primaryDeclaration(), ['aws'], []);
  expect(findingsOf(declared).map(({ path }) => path)).toEqual(['aws']);
});

test('how parts fit is judged although others have the wrong form', () => {
  const declared = withValueAt(
    withValueAt(
      withValueAt(primaryDeclaration(), ['aws', 'drRegion'], 'eu-west-1'),
      ['services', 'shop', 'owner'],
      'sale',
    ),
    ['velero', 'server'],
    42,
  );
  expect(findingsOf(declared).map(({ path, code }) => [path, code])).toEqual([
    ['velero.server', 'config/invalid'],
    ['aws.drRegion', 'config/dr-region-differs'],
    ['services.shop.owner', 'config/owners-are-told'],
  ]);
});

test.each([
  ['aws.account', 42],
  ['aws.region', 42],
  ['storage.lifecycle.expireAfter', 'long'],
  ['schedules', undefined],
  ['services', 'shop'],
  ['notifications.owners', undefined],
  ['notifications.channels', []],
  ['drills.validation.services', ['Shop!']],
])('a wrong %s alone is one problem, without any that follows from it', (place, to) => {
  const declared = withValueAt(primaryDeclaration(), place.split('.'), to);
  expect(findingsOf(declared).map(({ path }) => path)).toEqual([
    place === 'drills.validation.services' ? `${place}[0]` : place,
  ]);
});

test('a region that does not exist is a problem beside a wrong account, and hides no others', () => {
  const declared = withValueAt(
    withValueAt(primaryDeclaration(), ['aws'], {
      ...primaryDeclaration().aws,
      account: 1,
      region: 'eu-wset-1',
    }),
    ['services', 'shop', 'owner'],
    'sale',
  );
  expect(findingsOf(declared).map(({ path }) => path)).toEqual([
    'aws.account',
    'aws.region',
    'services.shop.owner',
  ]);
});

test('a misspelled key is one problem, and what stands there is judged', () => {
  const { retention: _, ...schedule } = primaryDeclaration().schedules['daily'] ?? {};
  const declared = withValueAt(primaryDeclaration(), ['schedules', 'daily'], {
    ...schedule,
    retetion: days(500),
  });
  expect(findingsOf(declared)).toMatchObject([
    {
      path: 'schedules.daily.retetion',
      message: 'is not a known key, and retention is missing',
      fix: 'rename it to retention',
    },
    { path: 'schedules.daily.retention', code: 'config/retention-outlived-by-lifecycle' },
  ]);
});

test('values that are wrong for one reason are one problem with all places', () => {
  const objectives = Object.fromEntries(
    Object.keys(primaryDeclaration().services['shop']?.objectives ?? {}).map((scenario) => [
      scenario,
      { rpo: '24h', rto: '30m' },
    ]),
  );
  const declared = withValueAt(
    primaryDeclaration(),
    ['services', 'shop', 'objectives'],
    objectives,
  );
  const [problem, ...others] = findingsOf(declared);
  expect([problem?.places?.length, problem?.fix, others]).toEqual([
    18,
    'write hours(24) for "24h"; write minutes(30) for "30m"',
    [],
  ]);
});

test('objects that lack the same are one problem', () => {
  const verification = [{ check: 'objects', resource: 'pods', atLeast: 1 }];
  const shop = { owner: 'sales', tier: 'critical', verification };
  const declared = withValueAt(primaryDeclaration(), ['services'], { shop, one: shop, two: shop });
  expect(findingsOf(declared).map(({ path, places: all }) => [path, all?.length])).toEqual([
    ['services.shop.tier', 3],
  ]);
});
