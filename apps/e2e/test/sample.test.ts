import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

const files = globSync('{src,test}/**/*.{go,py,sh,ts,txt,yaml,json}', {
  cwd: join(programRoot, 'apps/e2e'),
}).map((file) => join('apps/e2e', file));

/** Organisation, account and domain of what environments/ holds before a user replaces it. */
const ofSample = /north[w]ind|1111[2]2223333/i;

test('no check by real programs, and no skip, names the sample', () => {
  const naming = some([...files, '.ci/skips']).filter((file) =>
    ofSample.test(readFileSync(join(programRoot, file), 'utf8')),
  );
  expect(naming).toEqual([]);
});

test('no check by real programs looks for environments in the folder of the program', () => {
  const looking = some(files.filter((file) => file.includes('/src/'))).filter((file) =>
    /programRoot, ?\W*['"`]environments/.test(readFileSync(join(programRoot, file), 'utf8')),
  );
  expect(looking).toEqual([]);
});
