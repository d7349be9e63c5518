import { globSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { expect, test } from 'vitest';

import { pagePaths, readPage } from './documents/pages.ts';
import { isJson, looksAtTheWhole, queriesIn } from './aws-queries.ts';

const scripts = ['workflows', 'apps'].flatMap((folder) =>
  globSync('**/scripts/*.sh', { cwd: join(programRoot, folder) }).map((path) => join(folder, path)),
);
const queries = [...pagePaths, ...scripts].flatMap((file) =>
  queriesIn(readPage(file)).map((found) => ({ file, ...found })),
);

test('a query of a whole list is asked in JSON, as in text aws answers it by page', () => {
  expect(queries.length).toBeGreaterThan(20);
  const wrong = queries.filter(({ call, query }) => looksAtTheWhole(query) && !isJson(call));
  expect(wrong).toEqual([]);
});

test.each([
  ['sum(Volumes[].Size)', true],
  ['length(Snapshots)', true],
  ['sort_by(Contents, &LastModified)[-3:].[Key]', true],
  ['PolicyNames[0]', true],
  ['Snapshots[].StartTime | [0]', true],
  ['Volumes[].Size', false],
  ['Events[].[EventTime,Resources[0].ResourceName]', false],
  ['KeyMetadata.[KeyState,DeletionDate]', false],
  ['Quota.Value', false],
])('%s looks at the whole: %s', (query, whole) => {
  expect(looksAtTheWhole(query)).toBe(whole);
});

test('a query is found in a call of several lines', () => {
  const text = `used=$(aws ec2 describe-volumes --region x \\\n  --query 'sum(Volumes[].Size)' --output text)`;
  expect(queriesIn(text)).toMatchObject([{ query: 'sum(Volumes[].Size)' }]);
});
