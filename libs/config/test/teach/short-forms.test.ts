import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { parse } from '../../src/parse.ts';
import type { DeclarationInput } from '../../src/schema/declaration.ts';
import { postgresql } from '../../src/presets/postgresql.ts';
import { data, stock, withTier } from '../fixtures/tiers.ts';

const problemsOf = (edit: (declaration: DeclarationInput) => unknown) => {
  const parsed = parse(withTier(edit));
  return parsed.ok
    ? []
    : parsed.findings.map(({ path, fix, places }) => [path, fix.split('\n')[0], places?.length]);
};

/** A service as a person writes it without the help of types. */
const withService = (service: object) => (declaration: DeclarationInput) =>
  Object.assign(declaration.services, { stock: service });

/** The tier of the fixtures, and nothing that the service in it says itself. */
const withTiers =
  (tiers: (critical: object) => object) =>
  ({ tiers: declared, services }: DeclarationInput) => {
    Object.assign(services['shop'] ?? {}, { objectives: undefined });
    return tiers(declared?.critical ?? {});
  };

const listOfPresets = 'write a list of what presets return, such as [postgresql({ … })]';
const onePreset = 'write what a preset returns, such as postgresql({ … })';
const { volumes, ...bare } = stock();

test.each(
  some([
    ['sofware', { ...stock(), sofware: [] }, '.sofware', 'rename it to software'],
    ['volums', { ...bare, volums: volumes }, '.volums', 'rename it to volumes'],
    [
      'an amount',
      { ...bare, volumes: { data: { ...data, dailychange: { percent: 3 } } } },
      '.volumes.data.dailychange',
      'rename it to dailyChange',
    ],
    [
      'a disaster',
      { ...stock(), objectives: { 'key-los': { unprotected: 'Made again from git.' } } },
      '.objectives.key-los',
      'rename it to key-loss',
    ],
    [
      'notBackedup',
      { notBackedup: 'Made again from git.' },
      '.notBackedup',
      'rename it to notBackedUp',
    ],
    [
      'the namespace of what is not backed up',
      { notBackedUp: 'Made again from git.', namespce: 'depot' },
      '.namespce',
      'rename it to namespace',
    ],
    [
      'a value beside known keys',
      { ...bare, objects: 40, volumes: { data: { ...data, size: '20Gi' } } },
      '.volumes.data.size',
      'write gib(20) for "20Gi"',
    ],
    ['the tier', { ...stock(), tier: 'crtical' }, '.tier', `write 'critical' for "crtical"`],
    [
      'no reason',
      { notBackedUp: true },
      '.notBackedUp',
      'write a reason in a sentence such as "The data is made again within a day."',
    ],
    ['software without its list', { ...stock(), software: {} }, '.software', listOfPresets],
    [
      'a preset that is not called',
      { ...stock(), software: [postgresql] },
      '.software[0]',
      onePreset,
    ],
    ['a preset by its name', { ...stock(), software: ['postgresql'] }, '.software[0]', onePreset],
    [
      'a key of software',
      { ...stock(), software: [{ volume: {} }] },
      '.software[0].volume',
      'rename it to volumes',
    ],
    [
      'an unknown key of software',
      { ...stock(), software: [{ colour: 1 }] },
      '.software[0].colour',
      'remove it',
    ],
  ] as const),
)('of a short service, %s is one problem', (_, service, place, fix) => {
  expect(problemsOf(withService(service))).toEqual([[`services.stock${place}`, fix, undefined]]);
});

test('the keys of a service are listed with those of its short forms', () => {
  const parsed = parse(withTier(withService({ ...stock(), colour: 'red' })));
  const [problem] = parsed.ok ? [] : parsed.findings;
  expect(problem?.expected).toContain('objectives, software, notBackedUp');
});

test.each(
  some([
    ['a tier', (critical: object) => ({ crtical: critical }), 'crtical', 'rename it to critical'],
    [
      'objectives',
      ({ objectives, ...rest }: { objectives?: unknown }) => ({
        critical: { ...rest, objctives: objectives },
      }),
      'critical.objctives',
      'rename it to objectives',
    ],
    [
      'schedules',
      ({ schedules, ...rest }: { schedules?: unknown }) => ({
        critical: { ...rest, schedule: schedules },
      }),
      'critical.schedule',
      'rename it to schedules',
    ],
  ] as const),
)('of a tier, %s misspelled is one problem', (_, tiers, place, fix) => {
  expect(
    problemsOf((declaration) => {
      declaration.tiers = withTiers(tiers)(declaration);
    }),
  ).toEqual([[`tiers.${place}`, fix, undefined]]);
});

test('a quantity as text in a schedule of a tier is one problem, at one place', () => {
  expect(
    problemsOf(({ tiers }) =>
      Object.assign(tiers?.critical?.schedules?.['six-hourly'] ?? {}, { retention: '7d' }),
    ),
  ).toEqual([
    ['tiers.critical.schedules.six-hourly.retention', 'write days(7) for "7d"', undefined],
  ]);
});
