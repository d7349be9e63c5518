import { execFileSync } from 'node:child_process';

import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatShell } from '../src/names/format-shell.ts';
import { variablesOf } from '../src/names/variables.ts';
import { repositoryRoot } from '../src/repository-root.ts';
import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const names = (...words: string[]) => resilience(repositoryRoot, ['names', ...words]);

test("a shell learns an environment's names, and forgets those of another", () => {
  const { status, stdout } = names('--env', 'dr');
  expect(status).toBe(0);
  const script = `REPLICA_BUCKET=of-another\n${stdout}printf '%s|' "$CLUSTER_NAME" "$BACKUP_BUCKET" "\${REPLICA_BUCKET-none}"`;
  expect(execFileSync('sh', ['-euc', script], { encoding: 'utf8' })).toBe(
    'harbour-dr|harbour-production-backups-us-west-2|none|',
  );
});

test('machines get the same names', () => {
  const { status, stdout } = names('--env', 'staging', '--format', 'json');
  expect(status).toBe(0);
  expect(resultOf(stdout)).toMatchObject({
    ENVIRONMENT: 'staging',
    BACKUP_BUCKET: 'harbour-staging-backups-us-east-1',
    VELERO_ROLE: 'harbour-staging-velero',
    REPLICA_BUCKET: null,
  });
});

test('every environment has the same variables, so that none is left of another', () => {
  expect(Object.keys(variablesOf(replicaEnvironment()))).toEqual(
    Object.keys(variablesOf(primaryEnvironment())),
  );
});

test('a shell reads back whatever a value holds', () => {
  expect.hasAssertions();
  const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
  fc.assert(
    fc.property(text, (value) => {
      const script = `${formatShell({ VALUE: value })}printf '%s' "$VALUE"`;
      expect(execFileSync('sh', ['-euc', script], { encoding: 'utf8' })).toBe(value);
    }),
    { numRuns: 25 },
  );
});

test('an environment that is not there leaves a shell as it is', () => {
  const { status, stdout, stderr } = names('--env', 'prod');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('no environment is called prod; there are dr, production, staging');
});
