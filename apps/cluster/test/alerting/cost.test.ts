import { gib } from '@resilience/config';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { price } from '@resilience/cost/price';
import { priceList } from '@resilience/cost/price-list';
import { expect, test } from 'vitest';

import { rulesOf } from './rendered-rules.ts';

const environment = primaryEnvironment();
const estimate = rulesOf(environment).find(
  ({ record }) => record === 'resilience:backup_cost_usd_per_month',
);
const expr = String(estimate?.expr);

test.each([
  ['acme-primary-backups-eu-west-1', 'STANDARD', 'eu-west-1'],
  ['acme-primary-backups-eu-central-1', 'STANDARD_IA', 'eu-central-1'],
  ['acme-primary-archive-eu-central-1', 'DEEP_ARCHIVE', 'eu-central-1'],
] as const)('what lies in %s as %s costs what it does there', (bucket, storageClass, region) => {
  const usd = priceList[region]?.stored[storageClass];
  expect(expr).toContain(
    `resilience:bucket_bytes{bucket="${bucket}",storage_class="${storageClass}"} * ${usd} / ${gib(1).bytes}`,
  );
});

test('snapshots, whose size nobody tells, cost what is declared of them', () => {
  const months = price(environment).parts.find(({ name }) => name === 'snapshots')?.months ?? [];
  expect(Number(/\+ ([\d.]+)$/.exec(expr)?.[1])).toBeCloseTo(months.at(-1) ?? 0, 2);
});

test('what is declared may be spent', () => {
  const budget = rulesOf(environment).find(
    ({ record }) => record === 'resilience:backup_budget_usd_per_month',
  );
  expect(budget?.expr).toBe('vector(100)');
});

test('no cost is guessed where prices are not known, or another environment pays', () => {
  const unpriced = primaryEnvironment(({ aws }) => {
    aws.drRegion = 'ap-southeast-2';
  });
  for (const other of [unpriced, replicaEnvironment()]) {
    const names = rulesOf(other).map(({ alert }) => alert);
    expect(names).not.toContain('BackupCostOverBudget');
  }
});
