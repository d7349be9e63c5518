import { expect, test } from 'vitest';

import { parse } from '../src/parse.ts';
import type { DeclarationInput } from '../src/schema/declaration.ts';
import { days } from '../src/units/duration.ts';
import { data, everySixHours, placesOf, stock, withTier } from './fixtures/tiers.ts';

test.each<[string, (declaration: DeclarationInput) => void, string[]]>([
  [
    'a volume of software and service with one name',
    ({ services }) => {
      services['stock'] = { ...stock(), software: [{ volumes: { data } }] };
    },
    ['services.stock.volumes.data', 'config/volumes-have-one-name'],
  ],
  [
    'a schedule of a tier with the name of another',
    ({ schedules = {} }) => {
      schedules['six-hourly'] = { ...everySixHours, covers: 'cluster' };
    },
    ['tiers.critical.schedules.six-hourly', 'config/schedules-have-one-name'],
  ],
  [
    'a service of which nothing can be looked at',
    ({ services, tiers }) => {
      delete tiers?.critical?.verification;
      services['stock'] = { owner: 'sales', tier: 'critical' };
    },
    ['services.stock', 'config/services-can-be-verified'],
  ],
  [
    'volumes that are no object',
    ({ services }) => Object.assign(services['stock'] ?? {}, { volumes: [] }),
    ['services.stock.volumes', 'config/invalid'],
  ],
  [
    'checks that are no list',
    ({ services }) => Object.assign(services['stock'] ?? {}, { verification: {} }),
    ['services.stock.verification', 'config/invalid'],
  ],
  [
    'a service that is nothing',
    ({ services }) => Object.assign(services, { stock: 'redis' }),
    ['services.stock', 'config/invalid'],
  ],
  [
    'a tier that is none',
    (written) => Object.assign(written, { tiers: 'critical' }),
    ['tiers', 'config/invalid'],
  ],
  [
    'a key that a tier does not know',
    ({ tiers }) => Object.assign(tiers?.critical ?? {}, { retention: days(1) }),
    ['tiers.critical.retention', 'config/unknown-key'],
  ],
])('%s is a problem where it is written', (_, edit, place) => {
  expect(placesOf(withTier(edit))).toContainEqual(place);
});

test('a place of a tier is named once, though many services have what is wrong there', () => {
  const declaration = withTier(({ services, tiers }) => {
    services['more'] = { ...stock(), volumes: { data: { ...data, claimLabels: { app: 'more' } } } };
    Object.assign(services['shop'] ?? {}, { objectives: undefined });
    const objectives = tiers?.critical?.objectives;
    Object.assign(objectives?.['key-loss'] ?? {}, { rpo: '1 day' });
    Object.assign(objectives?.['bucket-loss'] ?? {}, { rpo: '1 day' });
  });
  const parsed = parse(declaration);
  const [problem, ...others] = parsed.ok ? [] : parsed.findings;
  expect(others).toEqual([]);
  expect(problem?.places?.map(({ path }) => path).toSorted()).toEqual([
    'tiers.critical.objectives.bucket-loss.rpo',
    'tiers.critical.objectives.key-loss.rpo',
  ]);
});
