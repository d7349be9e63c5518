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

test('a region whose prices are declared has its alert', () => {
  const elsewhere = primaryEnvironment((declaration) => {
    declaration.aws.drRegion = 'ap-southeast-2';
    const stored = { STANDARD: 0.025, STANDARD_IA: 0.0138, GLACIER_IR: 0.005, DEEP_ARCHIVE: 0.002 };
    const rest = { snapshot: 0.055, volume: 0.096, transfer: 0.098, replicationTime: 0.015 };
    declaration.prices = {
      'ap-southeast-2': {
        lookedUpOn: '2026-11-20',
        stored,
        written: stored,
        key: 1,
        secret: 0.4,
        ...rest,
      },
    };
  });
  const rules = rulesOf(elsewhere);
  expect(rules.map(({ alert }) => alert)).toContain('BackupCostOverBudget');
  const record = rules.find((one) => one.record === 'resilience:backup_cost_usd_per_month');
  expect(record?.expr).toContain('* 0.0138 /');
});

test('no cost is guessed where prices are not known, or another environment pays', () => {
  const unpriced = primaryEnvironment(({ aws }) => {
    aws.drRegion = 'ap-southeast-2';
  });
  const alone = primaryEnvironment((declaration) => {
    declaration.aws.drRegion = 'ap-southeast-2';
    if (declaration.storage.kind !== 'bucket') return;
    declaration.storage.replication = { to: 'nowhere', reason: 'It is made anew.' };
    declaration.storage.archive = { to: 'nowhere', reason: 'It is made anew.' };
  });
  for (const other of [unpriced, alone, replicaEnvironment()]) {
    const names = rulesOf(other).map(({ alert }) => alert);
    expect(names).not.toContain('BackupCostOverBudget');
  }
});
