import { some } from '@resilience/vitest/some';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { awsAccount } from '../../src/doctor/checks/aws-account.ts';
import { buckets } from '../../src/doctor/checks/buckets.ts';
import type { DoctorCheck, State } from '../../src/doctor/doctor-check.ts';
import { lookedAt } from './healthy.ts';

const ofAws: readonly (readonly [string, DoctorCheck, Answer, State, RegExp])[] = [
  [
    'another account',
    awsAccount,
    {
      asked: 'sts',
      output: { Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/ada' },
    },
    'wrong',
    /111122223333, and staging is in 777788889999/,
  ],
  [
    'no login',
    awsAccount,
    { asked: 'sts', error: 'Unable to locate credentials', status: 255 },
    'unknown',
    /Unable to locate credentials/,
  ],
  [
    'a bucket without versions',
    buckets,
    { asked: 's3api', output: '' },
    'wrong',
    /keeps no versions/,
  ],
  [
    'a bucket that is not there',
    buckets,
    { asked: 's3api', error: 'An error occurred (NoSuchBucket)', status: 254 },
    'wrong',
    /is not in us-east-1/,
  ],
  [
    'a bucket that may not be read',
    buckets,
    { asked: 's3api', error: 'An error occurred (AccessDenied)', status: 254 },
    'unknown',
    /AccessDenied/,
  ],
];

test.each(some(ofAws))('%s is found in AWS', async (...[, check, answer, state, text]) => {
  const { found } = await lookedAt(check, { aws: [answer] });
  expect(found).toEqual([
    expect.objectContaining({ state, found: expect.stringMatching(text) as unknown }),
  ]);
  expect(found[0]?.fix).toMatch(/\w/);
});

test('the replica is looked at in its region', async () => {
  const { calls } = await lookedAt(
    buckets,
    { aws: [{ asked: 's3api', output: { Status: 'Enabled' } }] },
    'production',
  );
  expect(calls.toSorted()).toEqual([
    expect.stringContaining('--bucket harbour-production-backups-us-east-1 --region us-east-1'),
    expect.stringContaining('--bucket harbour-production-backups-us-west-2 --region us-west-2'),
  ]);
});
