import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';
import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const explain = (...words: string[]) => resilience(repositoryRoot, ['explain', ...words]);

test('a worst case is derived schedule by schedule and step by step', () => {
  const { status, stdout } = explain(
    'orders',
    '--env',
    'production',
    '--scenario',
    'region-failure',
  );
  expect(status).toBe(0);
  expect(stdout).toBe(`region-failure: holds, with assumed times
  RPO 12 h, at worst 5 h, expected 3 h
    → 5 h by four-hourly-critical (gap 4 h + backup 45 min + lag 15 min; all but the gap assumed)
      14 h 15 min by half-daily-offsite (gap 12 h + backup 2 h + lag 15 min; all but the gap assumed)
      7 d 4 h 15 min by weekly (gap 7 d + backup 4 h + lag 15 min; all but the gap assumed)
      31 d 4 h 15 min by monthly (gap 31 d + backup 4 h + lag 15 min; all but the gap assumed)
    - daily has only snapshots, which stay in the region, of: postgres-data
    from harbour-production-backups-us-west-2 in us-west-2, with alias/harbour-production-backups-us-west-2 and harbour-production-velero-repository
    kept 7 d; must reach back 5 h
  RTO 1 h 30 min, at worst 1 h 15 min 14 s, expected 25 min 44 s: from a backup by four-hourly-critical, the slowest that can be the newest
      detection 15 min, assumed; 5 min expected
      decision 20 min, assumed; 10 min expected
      pre-flight 1 min, assumed; 30 s expected
      objects 1 min 10 s (350 objects), assumed; 18 s expected
      volume-creation 1 min, assumed; 20 s expected
      file-level-download 27 min 19 s (160 GiB), assumed; 7 min 41 s expected
      pod-start 45 s, assumed; 15 s expected
      checks 4 min (4 checks), assumed; 40 s expected
      traffic-switch 5 min, assumed; 1 min expected
`);
});

test('what is breached is a finding, waived or not', () => {
  const { status, stdout } = explain('orders', '--env', 'staging');
  expect(status).toBe(1);
  expect(stdout).toContain('volumes stay as they are, nothing is lost');
  expect(stdout).toContain('no copy of its objects, postgres-data is left');
  expect(stdout).toContain('RTO 1 d: no backup is left to restore from');
  expect(stdout).toContain('- weekly its bucket is not replicated');
  expect(stdout).toMatch(
    /mended at the least cost by storage\.replication\.to: nowhere → dr-region, \+\d+\.\d\d US dollars a month/,
  );
});

test('machines get the same in full', () => {
  const { status, stdout } = explain('media', '--env', 'production', '--json');
  expect(status).toBe(0);
  const explained = resultOf(stdout).proofs as { scenario: string; neverRecovered: object[] }[];
  expect(explained).toHaveLength(9);
  const thumbnails = {
    volume: 'thumbnails',
    content: 'cache',
    reason: 'Thumbnails are made again from the uploads on demand.',
  };
  for (const proof of some(explained)) {
    const taken = proof.scenario !== 'pod-failure';
    expect(proof).toMatchObject({
      verdict: taken ? 'proved-in-part' : 'proved',
      inputs: { rto: expect.arrayContaining([expect.objectContaining({ kind: 'assumed' })]) as [] },
    });
    expect(proof.neverRecovered).toEqual(taken ? [thumbnails] : []);
  }
  expect(stdout).toContain('"cron": "0 8,20 * * *"');
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
