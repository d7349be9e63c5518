import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryOf } from '@resilience/fixtures/repositories';
import { afterAll, expect, test } from 'vitest';

import { resilience } from './resilience.ts';

const root = repositoryOf('harbour');

afterAll(() => rmSync(root, { recursive: true }));

test('an objective of a tier that does not hold is said of the tier, in its file, with its services', () => {
  const organisation = join(root, 'environments/organisation.ts');
  const source = readFileSync(organisation, 'utf8');
  const key = "'late-discovery': { ";
  const changed = source.replace(`${key}rpo: hours(24)`, `${key}rpo: minutes(7)`);
  writeFileSync(organisation, changed);
  const before = changed.slice(0, changed.indexOf('rpo: minutes(7)')).split('\n');
  const place = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
  const { status, stderr } = resilience(root, ['render', '--env', 'production']);
  expect(status).toBe(2);
  expect(stderr).toContain(
    `[environments/organisation.ts:${place} › tiers.critical.objectives.late-discovery.rpo] orders, catalog: no schedule meets this RPO: the newest backup can be older, here and in 2 other places
    also      tiers.important.objectives.late-discovery.rpo (line ${before.length}), tiers.standard.objectives.late-discovery.rpo (line ${before.length})
`,
  );
});
