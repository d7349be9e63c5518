import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
beforeEach(() => {
  root = copyOfRendered();
});
afterEach(() => rmSync(root, { recursive: true }));

const prices = `prices: {
    'eu-north-1': {
      lookedUpOn: '2026-11-20',
      stored: { STANDARD: 0.023, STANDARD_IA: 0.0125, GLACIER_IR: 0.005, DEEP_ARCHIVE: 0.002 },
      written: { STANDARD: 0.005, STANDARD_IA: 0.01, GLACIER_IR: 0.02, DEEP_ARCHIVE: 0.06 },
      snapshot: 0.05, volume: 0.09, transfer: 0.02, replicationTime: 0.015, key: 1, secret: 0.4,
    },
  },`;
const waiver = `{
    rule: 'cost/budget-is-watched', subject: 'aws_budgets_budget/backup-storage/budget_monthly',
    reason: 'The bill is looked at by hand.', owner: 'platform', expires: '2099-01-01',
  },`;

/** Staging with its DR region where the list has no prices, and what it declares besides. */
function moved(more: { readonly prices?: string; readonly waiver?: string } = {}): string[] {
  const config = join(root, 'environments/staging/config.ts');
  const before = readFileSync(config, 'utf8');
  const after = before
    .replace("drRegion: 'us-west-2'", "drRegion: 'eu-north-1'")
    .replace('waivers: [', `${more.prices ?? ''} waivers: [${more.waiver ?? ''} ...[`)
    .replace(/\),\n\}\);\n$/, ')],\n});\n');
  writeFileSync(config, after);
  const rendered = resilience(root, ['render', '--env', 'staging']);
  expect(rendered.stderr).toBe('');
  const { stdout } = resilience(root, ['check', '--env', 'staging', '--format', 'json']);
  interface Found {
    readonly rule: string;
    readonly subject: string;
    readonly stops: boolean;
  }
  const [{ findings }] = resultOf(stdout).environments as [{ findings: readonly Found[] }];
  return findings
    .filter(({ rule }) => rule === 'cost/budget-is-watched')
    .map(({ subject, stops }) => `${subject} ${stops ? 'stops' : 'does not stop'}`);
}

test('a budget in a region without prices is a finding, and no silence', () => {
  expect(moved()).toEqual([expect.stringMatching(/^aws_budgets_budget\/\S* stops$/)]);
});

test('a bill without prices says where to declare them', () => {
  moved();
  const cost = resilience(root, ['cost', '--env', 'staging']);
  expect([cost.status, cost.stderr]).toEqual([
    2,
    expect.stringContaining(
      "no prices of eu-north-1 are known: declare them in environments/staging/config.ts, as prices: { 'eu-north-1'",
    ),
  ]);
});

test('declared prices bring the alert, the report and the bill', () => {
  expect(moved({ prices })).toEqual([]);
  expect(readFileSync(join(root, 'environments/staging/rendered/recovery.md'), 'utf8')).toContain(
    '## What the backups cost',
  );
  const { stdout } = resilience(root, ['cost', '--env', 'staging']);
  expect(stdout).toContain('prices of eu-north-1 as declared on 2026-11-20');
});

test('a waiver silences it', () => {
  expect(moved({ waiver })).toEqual([expect.stringContaining('does not stop')]);
});
