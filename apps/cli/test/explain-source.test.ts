import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newRepository } from '@resilience/fixtures/new-repository';
import { some } from '@resilience/vitest/some';
import { afterAll, expect, test } from 'vitest';

import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'resilience-source-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = newRepository(folder, 'harbour');

interface Row {
  readonly path: string;
  readonly value: string;
  readonly from: string;
  readonly file: string;
  readonly line: number;
  readonly at: string;
}

const explained = (...words: string[]) =>
  resilience(root, ['explain', 'media', '--env', 'production', '--source', ...words]);
const { values: rows } = resultOf(explained('--json').stdout) as { values: Row[] };
const rowOf = (path: string): Row | undefined => rows.find((row) => row.path === path);

test.each([
  ['services.media.namespace', 'media', 'derived', 'environments/production/config.ts'],
  ['services.media.owner', 'storefront', 'service', 'environments/production/config.ts'],
  [
    'services.media.volumes.uploads.size',
    '250 GiB',
    'service',
    'environments/production/config.ts',
  ],
  ['services.media.hooks', 'none', 'derived', 'environments/production/config.ts'],
  ['services.media.objectives.key-loss.rpo', '1 d', 'tier', 'environments/organisation.ts'],
  ['schedules.daily.cron', '0 2 * * *', 'environment', 'environments/production/config.ts'],
])('%s is %s, from the %s', (path, value, from, file) => {
  expect(rowOf(path)).toMatchObject({ value, from, file });
});

test.each(some(rows.map(({ path, line }) => [path, line] as const)))('%s has a line', (_, line) =>
  expect(line).toBeGreaterThan(0),
);

test('people get a table', () => {
  const { status, stdout } = explained();
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /services\.media\.namespace +media +derived from the service's name +nowhere/,
  );
  expect(stdout).toMatch(
    /key-loss\.rpo +1 d +the tier important +environments\/organisation\.ts:\d+/,
  );
});
