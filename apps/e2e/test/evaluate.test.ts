import { expect, test } from 'vitest';

import { allows, type Policy } from '../src/aws/iam/evaluate.ts';

const allow = (Action: string, Resource: string, Condition = {}): Policy => ({
  Statement: { Effect: 'Allow', Action, Resource, Condition },
});
const arn = 'arn:aws:s3:::bucket/backups/a';

test.each<[string, Policy, object, boolean]>([
  ['the very action and resource', allow('s3:GetObject', arn), {}, true],
  ['another action', allow('s3:PutObject', arn), {}, false],
  ['an action in other letters', allow('S3:getobject', arn), {}, true],
  ['a pattern of actions', allow('s3:Get*', arn), {}, true],
  ['a pattern of resources', allow('s3:GetObject', 'arn:aws:s3:::bucket/*'), {}, true],
  ['a pattern of other resources', allow('s3:GetObject', 'arn:aws:s3:::bucket/kopia/*'), {}, false],
  ['a dot that stands for itself', allow('s3:GetObject', 'arn.aws*'), {}, false],
  [
    'a condition that holds',
    allow('*', '*', { StringEquals: { tag: 'owned' } }),
    { tag: 'owned' },
    true,
  ],
  [
    'a condition that does not',
    allow('*', '*', { StringEquals: { tag: 'owned' } }),
    { tag: 'shared' },
    false,
  ],
  [
    'a condition on what is not there',
    allow('*', '*', { StringEquals: { tag: 'owned' } }),
    {},
    false,
  ],
  [
    'something that has to be there',
    allow('*', '*', { Null: { tag: 'false' } }),
    { tag: '' },
    true,
  ],
  ['something that is not there', allow('*', '*', { Null: { tag: 'false' } }), {}, false],
  [
    'one of several values',
    allow('*', '*', { 'ForAnyValue:StringEquals': { alias: ['a', 'b'] } }),
    { alias: ['b'] },
    true,
  ],
  ['a number below', allow('*', '*', { NumericLessThan: { age: '3600' } }), { age: '3599' }, true],
  [
    'a number too high',
    allow('*', '*', { NumericLessThan: { age: '3600' } }),
    { age: '3600' },
    false,
  ],
])('%s', (_, policy, context, expected) => {
  const request = {
    action: 's3:GetObject',
    resource: arn,
    context: context as Record<string, string>,
  };
  expect(allows(policy, request)).toBe(expected);
});

test('a denial wins', () => {
  const Statement = [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:*', Resource: '*' },
  ] as const;
  expect(allows({ Statement }, { action: 's3:GetObject', resource: arn })).toBe(false);
  expect(allows({ Statement }, { action: 'ec2:CreateTags', resource: arn })).toBe(true);
});

test('an operator that is not known is not guessed', () => {
  const policy = allow('*', '*', { DateLessThan: { 'aws:CurrentTime': '2027-01-01' } });
  expect(() =>
    allows(policy, { action: 'a:B', resource: '*', context: { 'aws:CurrentTime': '2026-01-01' } }),
  ).toThrow('DateLessThan is not known');
});
