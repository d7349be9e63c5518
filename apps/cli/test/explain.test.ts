import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';
import { resilience } from './checkout.ts';

const explain = (...words: string[]) => resilience(repositoryRoot, ['explain', ...words]);

test('a worst case is derived schedule by schedule, those that cannot serve with the reason', () => {
  const { status, stdout } = explain(
    'orders',
    '--env',
    'production',
    '--scenario',
    'region-failure',
  );
  expect(status).toBe(0);
  expect(stdout).toBe(`region-failure: proved, RPO 12 h
  its objects
    → 5 h by four-hourly-critical (gap 4 h + backup 45 min + lag 15 min)
      14 h 15 min by half-daily-offsite (gap 12 h + backup 2 h + lag 15 min)
      1 d 1 h 15 min by daily (gap 1 d + backup 1 h + lag 15 min)
      7 d 4 h 15 min by weekly (gap 7 d + backup 4 h + lag 15 min)
      31 d 4 h 15 min by monthly (gap 31 d + backup 4 h + lag 15 min)
  postgres-data
    → 5 h by four-hourly-critical (gap 4 h + backup 45 min + lag 15 min)
      14 h 15 min by half-daily-offsite (gap 12 h + backup 2 h + lag 15 min)
      7 d 4 h 15 min by weekly (gap 7 d + backup 4 h + lag 15 min)
      31 d 4 h 15 min by monthly (gap 31 d + backup 4 h + lag 15 min)
    - daily its snapshots stay in the region
`);
});

test('what is breached is a finding, waived or not', () => {
  const { status, stdout } = explain('orders', '--env', 'staging');
  expect(status).toBe(1);
  expect(stdout).toContain('volumes stay as they are: nothing is lost');
  expect(stdout).toContain('postgres-data: no copy is left');
  expect(stdout).toContain('- weekly its bucket is not replicated');
});

test('machines get the same in full', () => {
  const { status, stdout } = explain('media', '--env', 'production', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(5);
});

test.each([
  [['orders', '--env', 'prod'], 'no environment is called prod; there are dr, production, staging'],
  [['order', '--env', 'staging'], 'no service is called order; there are orders, media'],
  [['orders', '--env', 'dr'], 'no service is called orders; there are none'],
  [['orders', '--env', 'staging', '--scenario', 'flood'], 'no scenario is called flood'],
  [['orders'], "required option '--env <name>' not specified"],
])('%j is refused', (words, message) => {
  const { status, stderr } = explain(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
