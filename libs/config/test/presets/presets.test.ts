import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { parse } from '../../src/parse.ts';
import { presets } from '../../src/presets/catalogue.ts';
import { postgresql } from '../../src/presets/postgresql.ts';
import { type Preset, presetName } from '../../src/presets/preset.ts';
import { contentOf } from '../../src/schema/content.ts';
import { gib } from '../../src/units/bytes.ts';
import { percent } from '../../src/units/percent.ts';
import { primaryDeclaration } from '../fixtures/declarations.ts';

/** A service of the fixture that is made of nothing else. */
function protectedBy(preset: Preset) {
  const declaration = primaryDeclaration();
  const shop = declaration.services['shop'];
  if (!shop) throw new TypeError('the fixture has no shop');
  return { ...declaration, services: { shop: { ...shop, ...preset } } };
}

test.each(some(presets))('$name: a service takes what it returns', ({ example }) => {
  expect(parse(protectedBy(example()))).toMatchObject({ ok: true });
});

test.each(some(presets))('$name: what it returns carries its name', ({ name, example }) => {
  expect(example()[presetName]).toBe(name);
});

test.each(some(presets))(
  '$name: every volume is copied in a way that its content allows',
  (each) => {
    const volumes = Object.values(each.example().volumes);
    const worth = some(volumes).map(({ content, backup }) =>
      backup.method === 'skip' ? 'unusable' : contentOf(content)[backup.method],
    );
    const copied = volumes.map(({ backup }) => backup.method !== 'skip');
    expect(worth.map((of) => of !== 'unusable')).toEqual(copied);
  },
);

test.each(some(presets))('$name: two calls share nothing that can be changed', ({ example }) => {
  const [one, other] = [example(), example()];
  expect(one).toEqual(other);
  for (const { podLabels } of some(one.workloads)) Object.assign(podLabels, { changed: 'yes' });
  expect(one).not.toEqual(other);
});

test.each(some(presets))(
  '$name: no hook takes what only another hook gives back',
  ({ example }) => {
    const hooks = example().hooks.filter(({ kind }) => kind === 'command');
    // Velero does not run the second where the first fails, and the lock would stay.
    expect(hooks.filter((hook) => 'when' in hook && hook.when === 'after-backup')).toEqual([]);
  },
);

test('a superuser with a name of its own, as POSTGRES_USER gives one, is let in by that name', () => {
  const { hooks, verification } = postgresql({
    packaging: 'plain',
    name: 'orders',
    labels: { app: 'orders' },
    user: 'shop',
    size: gib(1),
    used: percent(1),
    dailyChange: percent(1),
    database: 'orders',
    tables: [],
    pageChecksums: 'off',
    indexes: 'unchecked',
  });
  expect(hooks).toMatchObject([{ command: ['psql', '--username=shop', '--command=CHECKPOINT'] }]);
  expect(verification).toMatchObject([{ client: ['psql', '--username=shop'] }]);
});
