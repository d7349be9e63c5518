import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';
import type { Answer } from './stand-ins.ts';

const whole = gzipSync('the objects of a cluster '.repeat(1_000));
const flipped = Buffer.from(
  whole.map((byte, at) => (at === whole.length - 6 ? byte ^ 0x55 : byte)),
);

const restoreOf = (backup: string) => ({ wave: 'critical', restore: '1', backup });

const restores = [[restoreOf('daily-1'), restoreOf('daily-2')], [], [restoreOf('daily-1')]]
  .map((list) => JSON.stringify(list))
  .join('\n');

const tested = (...aws: readonly Answer[]) => testedOf(restores, ...aws);

const testedOf = (list: string, ...aws: readonly Answer[]) =>
  runScript('test-backups', {
    env: {
      RESTORES: list,
      BUCKET: 'northwind',
      REGION: 'us-east-1',
    },
    aws,
  });

test('every backup is read once', () => {
  const { status, stdout, stderr, calls } = tested({ asked: 's3 cp', output: whole });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trim().split('\n')).toEqual([
    'the content of daily-1 is whole',
    'the content of daily-2 is whole',
  ]);
  expect(calls).toEqual(
    ['daily-1', 'daily-2'].map(
      (name) => `aws s3 cp --region us-east-1 s3://northwind/backups/${name}/${name}.tar.gz -`,
    ),
  );
});

test.each([
  ['turned over', flipped],
  ['cut off', whole.subarray(0, whole.length - 20)],
  ['of something else', Buffer.from('no objects at all')],
])('one whose bits are %s is named, and so is what to do', (_, damaged) => {
  const { status, stdout, stderr } = tested(
    { asked: 's3 cp', output: damaged, times: 1 },
    { asked: 's3 cp', output: whole },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('the content of daily-1 is damaged');
  expect(stderr).toContain('restore from one that began before it');
  expect(stdout.trim()).toBe('the content of daily-2 is whole');
});

test('one that nobody can read is not said to be damaged', () => {
  const { status, stderr } = tested({ asked: 's3 cp', error: 'AccessDenied', status: 1 });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    'the content of daily-1 cannot be read: AccessDenied',
    'the content of daily-2 cannot be read: AccessDenied',
  ]);
});

test('where nobody can read what is restored, nothing is whole', () => {
  expect(testedOf('half of a li', { asked: 's3 cp', output: whole }).status).not.toBe(0);
});
