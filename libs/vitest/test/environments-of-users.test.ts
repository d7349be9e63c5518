import { join } from 'node:path';

import { expect, test } from 'vitest';

import { environmentsOfUsers } from '../src/environments-of-users.ts';
import type { Look } from '../src/opened-files.ts';
import { repositoryRoot } from '../src/repository-root.ts';

const looks: [Look, string, string[]][] = [
  ['file', 'environments/policy.ts', ['environments/policy.ts']],
  ['file', 'environments/any/not-there.json', ['environments/any/not-there.json']],
  ['list', 'environments', ['environments']],
  ['tree', 'environments/any', ['environments/any']],
  ['tree', '', ['environments']],
  ['list', '', []],
  ['file', 'environments/package.json', []],
  ['file', 'environments/tsconfig.json', []],
  ['tree', 'libs/fixtures/organisations', []],
  ['file', 'libs/fixtures/organisations/harbour/environments/policy.ts', []],
];

test.each(looks)('a look at the %s "%s" is one at %j of users', (look, path, expected) => {
  const opened = [{ look, path: join(repositoryRoot, path) }];
  expect(environmentsOfUsers('@resilience/config', opened)).toEqual(expected);
  expect(environmentsOfUsers('@resilience/repository', opened)).toEqual([]);
});
