import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { type Panel, panelsOf, rendered } from './rendered.ts';

const environments = [primaryEnvironment(), replicaEnvironment()];
const panels = environments.flatMap(panelsOf);

test.each(some(panels))('%s tells what it answers, and what it shows without data', (_, panel) => {
  expect(panel.description?.length).toBeGreaterThan(40);
  expect(panel.fieldConfig?.defaults.noValue).toMatch(/\S/);
});

test.each(some(panels))('%s asks something, and gives each value a unit', (_, panel) => {
  expect(panel.targets?.length).toBeGreaterThan(0);
  expect(unitsOf(panel).filter((unit) => unit === undefined)).toEqual([]);
});

test.each(some(panels))('%s has thresholds', (_, { fieldConfig }) => {
  expect(fieldConfig?.defaults.thresholds).toMatchObject({ steps: expect.any(Array) });
});

/** Of the panel, or of each column of a table. */
function unitsOf({ type, targets = [], fieldConfig }: Panel): unknown[] {
  if (type !== 'table') return [fieldConfig?.defaults.unit];
  const units = fieldConfig?.overrides.map(
    ({ properties }) => properties.find(({ id }) => id === 'unit')?.value,
  );
  return targets.map((_, at) => units?.[at]);
}

const tables = panels.filter(([, { type }]) => type === 'table');

test.each(some(tables))('%s names every column that its queries make', (_, panel) => {
  const columns = panel.fieldConfig?.overrides
    .filter(({ properties }) => properties.some(({ id }) => id === 'unit'))
    .map(({ matcher }) => matcher.options);
  const arranged = panel.transformations?.find(({ id }) => id === 'organize')?.options;
  expect(Object.values(Reflect.get(arranged ?? {}, 'renameByName'))).toEqual(
    expect.arrayContaining(columns ?? []),
  );
  expect(new Set(columns).size).toBe(panel.targets?.length);
});

const pages = environments.flatMap((environment) =>
  rendered(environment).map((page) => [page.title, page] as const),
);

test.each(some(pages))('the panels of %s lie beside each other inside the page', (_, page) => {
  const overlaps = page.panels.flatMap((one, at) =>
    page.panels.slice(at + 1).filter((other) => overlap(one, other)),
  );
  expect(overlaps).toEqual([]);
  for (const { gridPos } of some(page.panels)) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    expect(gridPos.x).toBeGreaterThanOrEqual(0);
  }
});

const overlap = ({ gridPos: a }: Panel, { gridPos: b }: Panel): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** A column is 60 pixels on a screen of 1440: a number needs four, lines and tables more. */
test.each(some(panels))('%s is wide and high enough to be read', (_, { type, gridPos }) => {
  expect(gridPos.w).toBeGreaterThanOrEqual(type === 'stat' ? 4 : 12);
  expect(gridPos.h).toBeGreaterThanOrEqual(5);
});

test.each(some(pages))('%s has no gap between its rows', (...[, page]) => {
  const covered = new Set(
    page.panels.flatMap(({ gridPos: { y, h } }) => [...Array(h).keys()].map((line) => y + line)),
  );
  expect(covered.size).toBe(Math.max(...covered) + 1);
});

test.each(some(pages))('the panels of %s are told apart', (...[, page]) => {
  const titles = page.panels.filter(({ type }) => type !== 'row').map(({ title }) => title);
  expect(page.panels.map(({ id }) => id)).toEqual(page.panels.map((_, at) => at + 1));
  expect(new Set(titles).size).toBe(titles.length);
});
