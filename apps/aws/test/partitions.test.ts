import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment } from '@resilience/config/fixtures';
import {
  chineseEnvironment,
  governmentEnvironment,
  loneEnvironment,
} from '@resilience/config/fixtures/places';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { namesOf, resource, statement, synthesised } from './synthesised.ts';

const textOf = (environment: Environment): string => JSON.stringify(synthesised(environment));

const matches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([found]) => found)),
];

test.each([
  ['aws-us-gov', governmentEnvironment()],
  ['aws-cn', chineseEnvironment()],
] as const)('every ARN and region is of %s', (partition, environment) => {
  const text = textOf(environment);
  const arns = matches(text, /arn:aws[a-z-]*:/g);
  expect(arns).toEqual([`arn:${partition}:`]);
  const { region, drRegion } = environment.aws;
  const regions = matches(text, /\b(us|eu|ap|cn)(-gov)?-[a-z]+-\d\b/g);
  expect(regions.toSorted()).toEqual([region, drRegion ?? ''].toSorted());
});

test('KMS is used through the endpoints of China, and services are called as everywhere', () => {
  const stacks = synthesised(chineseEnvironment());
  const storage = stacks['backup-storage'];
  expect(statement(storage, 'backups_encryption_key-policy', 'UseThroughS3')).toMatchObject({
    condition: [{ values: ['s3.cn-north-1.amazonaws.com.cn'] }, {}],
  });
  expect(statement(storage, 'replication_trust', 'Replicate')).toMatchObject({
    principals: [{ identifiers: ['s3.amazonaws.com'] }],
  });
});

test('the issuer is that of China', () => {
  const { access } = synthesised(chineseEnvironment());
  expect(JSON.stringify(access)).toContain(
    'oidc.eks.cn-north-1.amazonaws.com.cn/id/0123456789ABCDEF0123456789ABCDEF:sub',
  );
});

test.each([
  ['AWS', primaryEnvironment(), 1],
  ['China', chineseEnvironment(), 1],
  ['GovCloud, where AWS has no budgets', governmentEnvironment(), 0],
])('the budget of backups in %s', (_, environment, budgets) => {
  const stacks = synthesised(environment);
  expect(namesOf(stacks['backup-storage'], 'aws_budgets_budget')).toHaveLength(budgets);
  expect(textOf(environment).includes('budgets.amazonaws.com')).toBe(budgets > 0);
});

test('without a DR region nothing of it is made', () => {
  const stacks = synthesised(loneEnvironment());
  expect(Object.keys(stacks)).toEqual(['bootstrap', 'evidence-store', 'backup-storage', 'access']);
  for (const { provider, resource: made } of some(Object.values(stacks))) {
    expect(provider.aws.map(({ region }) => region)).toEqual(['eu-north-1']);
    expect(Object.keys(made).filter((type) => type.includes('replication'))).toEqual([]);
  }
  const text = JSON.stringify(stacks);
  expect(matches(text, /replica\b|replicate|aws\.dr\b|archive-/gi)).toEqual([]);
});

test('without a DR region the password stays in the region, and its key serves no other', () => {
  const storage = synthesised(loneEnvironment())['backup-storage'];
  expect(resource(storage, 'aws_secretsmanager_secret.repository_password')).not.toHaveProperty(
    'replica',
  );
  expect(
    statement(storage, 'password_encryption_key-policy', 'UseThroughSecretsManager'),
  ).toMatchObject({ condition: [{ values: ['secretsmanager.eu-north-1.amazonaws.com'] }] });
});
