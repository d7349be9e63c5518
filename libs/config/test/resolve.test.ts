import { expect, test } from 'vitest';

import { redis, type RedisOptions } from '../src/presets/redis.ts';
import { sourceOf, writtenAt } from '../src/resolve/source.ts';
import type { DeclarationInput } from '../src/schema/declaration.ts';
import { gib } from '../src/units/bytes.ts';
import { hours } from '../src/units/duration.ts';
import { percent } from '../src/units/percent.ts';
import { primaryDeclaration } from './fixtures/declarations.ts';
import {
  complete,
  data,
  everySixHours,
  placesOf,
  stock,
  understood,
  withTier,
} from './fixtures/tiers.ts';

const objectivesOf = (declaration: DeclarationInput) => {
  const { shop } = declaration.services;
  if (!shop || !('objectives' in shop) || !shop.objectives) throw new Error('no objectives');
  return shop.objectives;
};

const options: RedisOptions = {
  name: 'stock-redis',
  labels: { app: 'stock-redis' },
  flavour: 'redis',
  persistence: 'rdb',
  path: '/data',
  keys: 1,
  size: gib(1),
  used: percent(50),
  dailyChange: percent(10),
};

test('a service of six lines has all that later stages read', () => {
  const { stock: found } = understood(withTier()).services;
  expect(found).toEqual({
    namespace: 'stock',
    owner: 'sales',
    tier: 'critical',
    objects: 500,
    workloads: [],
    volumes: { data: { ...data, used: { percent: 100 }, dailyChange: { percent: 10 } } },
    hooks: [],
    verification: [{ check: 'objects', resource: 'secrets', atLeast: 1 }],
    objectives: complete,
  });
});

test('a declaration that says everything itself is understood as it stands', () => {
  const { sources, services } = understood(primaryDeclaration());
  expect(services).toEqual(primaryDeclaration().services);
  expect(Object.values(sources).filter(({ from }) => from !== 'service')).toEqual([]);
  expect(Object.entries(sources).filter(([path, { at }]) => path !== at)).toEqual([]);
});

test.each([
  ['services.stock.namespace', 'derived', 'services.stock.namespace'],
  ['services.stock.objects', 'assumed', 'services.stock.objects'],
  ['services.stock.volumes.data.used', 'assumed', 'services.stock.volumes.data.used'],
  ['services.stock.volumes.data.size', 'service', 'services.stock.volumes.data.size'],
  ['services.stock.objectives.key-loss.rto', 'tier', 'tiers.critical.objectives.key-loss.rto'],
  ['services.stock.verification[0].atLeast', 'tier', 'tiers.critical.verification[0].atLeast'],
  ['schedules.six-hourly.cron', 'tier', 'tiers.critical.schedules.six-hourly.cron'],
  ['services.shop.verification[1].resource', 'tier', 'tiers.critical.verification[0].resource'],
])('%s comes from %s', (path, from, at) => {
  const { sources } = understood(withTier());
  expect(sourceOf(sources, path)?.source.from).toBe(from);
  expect(writtenAt(sources, path)).toBe(at);
});

test('a service overrides single objectives of its tier', () => {
  const own = { rpo: hours(12), rto: hours(3) };
  const { services, sources } = understood(
    withTier(({ services: written }) => {
      written['stock'] = { ...stock(), objectives: { 'region-failure': own } };
    }),
  );
  expect(services['stock']?.objectives).toEqual({ ...complete, 'region-failure': own });
  const path = 'services.stock.objectives.region-failure.rpo';
  expect(writtenAt(sources, path)).toBe(path);
});

test('a schedule of a tier covers the services of the tier', () => {
  const { schedules } = understood(withTier());
  expect(schedules['six-hourly']).toMatchObject({
    ...everySixHours,
    cron: {},
    covers: ['shop', 'stock'],
  });
});

test('a tier without services has no schedule, and what is wrong in it is said', () => {
  const declaration = withTier((written) => {
    written.tiers = {
      ...written.tiers,
      standard: { objectives: complete, schedules: { idle: everySixHours } },
    };
  });
  expect(Object.keys(understood(declaration).schedules)).toEqual(['daily', 'hourly', 'six-hourly']);
  Object.assign(declaration.tiers?.standard ?? {}, { objectives: {} });
  expect(placesOf(declaration)).toEqual([['tiers.standard.objectives', 'config/missing']]);
});

test('what a tier lacks is missing once, in the tier', () => {
  const { 'key-loss': _, ...rest } = complete;
  const declaration = withTier(({ tiers }) => {
    Object.assign(tiers?.critical ?? {}, { objectives: rest });
  });
  delete objectivesOf(declaration)['key-loss'];
  expect(placesOf(declaration)).toEqual([['tiers.critical.objectives.key-loss', 'config/missing']]);
});

test('what is wrong in a tier is wrong once, however many services have it', () => {
  const declaration = withTier(({ tiers, services }) => {
    Object.assign(tiers?.critical?.objectives['key-loss'] ?? {}, { rpo: '24h' });
    services['more'] = { ...stock(), volumes: { data: { ...data, claimLabels: { app: 'more' } } } };
    Object.assign(services['shop'] ?? {}, { objectives: undefined });
  });
  expect(placesOf(declaration)).toEqual([
    ['tiers.critical.objectives.key-loss.rpo', 'config/invalid'],
  ]);
});

const preset = {
  workloads: [{ kind: 'StatefulSet', name: 'stock-db', podLabels: { app: 'stock-db' } }],
  volumes: { data },
  verification: [{ check: 'http', workload: 'stock-db', port: 8080, path: '/' }],
  [Symbol.for('resilience.preset')]: 'postgresql',
} as const;

test('software declares what it is, and the service adds to it', () => {
  const { services, sources } = understood(
    withTier(({ services: written }) => {
      written['stock'] = {
        ...stock(),
        volumes: { uploads: { ...data, claimLabels: { app: 'uploads' } } },
        software: [
          { ...preset, workloads: [...preset.workloads], verification: [...preset.verification] },
        ],
        verification: [{ check: 'objects', resource: 'pods', atLeast: 1 }],
      };
    }),
  );
  const found = services['stock'];
  expect(found).not.toHaveProperty('software');
  expect(found?.workloads.map(({ name }) => name)).toEqual(['stock-db']);
  expect(Object.keys(found?.volumes ?? {})).toEqual(['data', 'uploads']);
  expect(found?.verification.map(({ check }) => check)).toEqual(['http', 'objects', 'objects']);
  expect(sourceOf(sources, 'services.stock.volumes.data.size')?.source).toMatchObject({
    from: 'software',
    note: 'postgresql',
  });
  expect(writtenAt(sources, 'services.stock.verification[0].port')).toBe(
    'services.stock.software[0].verification[0].port',
  );
  expect(writtenAt(sources, 'services.stock.verification[1].atLeast')).toBe(
    'services.stock.verification[0].atLeast',
  );
});

test('a preset that is spread into the service is named, too', () => {
  const { sources } = understood(
    withTier(({ services }) => {
      services['stock'] = {
        owner: 'sales',
        tier: 'critical',
        ...structuredClone({ volumes: { data } }),
      };
      Object.assign(services['stock'], { [Symbol.for('resilience.preset')]: 'postgresql' });
    }),
  );
  expect(sourceOf(sources, 'services.stock.volumes.data')?.source.note).toContain('postgresql');
});

test('a preset of the catalogue is software of a service', () => {
  const { services, sources } = understood(
    withTier(({ services: written }) => {
      written['stock'] = { owner: 'sales', tier: 'critical', software: [redis(options)] };
    }),
  );
  const [volume = ''] = Object.keys(services['stock']?.volumes ?? {});
  expect(sourceOf(sources, `services.stock.volumes.${volume}.size`)?.source).toEqual({
    from: 'software',
    at: `services.stock.software[0].volumes.${volume}`,
    note: 'redis',
  });
});
