import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import type { Environment } from '@resilience/config/environment';
import { expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

/** Backups in a folder of their bucket. */
const below = primaryEnvironment(({ storage }) => {
  if (storage.kind === 'bucket') storage.prefix = 'velero/eu';
});

/** All that is synthesised, without what the folder is. */
const textOf = (environment: Environment): string => JSON.stringify(synthesised(environment));

test('lifecycle rules and rights follow the folder of the backups, in the replica as well', () => {
  const text = textOf(below);
  expect(text).toContain('"prefix":"velero/eu/backups/"');
  expect(text).not.toMatch(/"prefix":"(backups|restores)\//);
  expect(text.match(/"prefix":"velero\/eu\/backups\/"/g)?.length).toBe(
    textOf(primaryEnvironment()).match(/"prefix":"backups\/"/g)?.length,
  );
  expect(text).toMatch(/\/velero\/eu\/kopia\/\*/);
  expect(text).not.toMatch(/:::[\w-]+\/(kopia|restores)\//);
});

test('an environment that mounts the replica reads it below the same folder', () => {
  const standby: Environment = { ...replicaEnvironment(), backups: below.backups };
  expect(textOf(standby)).toMatch(/\/velero\/eu\/(kopia\/|restores\/)?\*/);
});
