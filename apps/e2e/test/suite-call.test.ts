import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { suiteCall } from '../src/suite-call.ts';
import { suites } from '../src/suites.ts';

const judgedBy = (...words: string[]) => {
  const { judges, words: rest } = suiteCall(words);
  return [judges, rest];
};

test.each([
  ['the fixture and this repository', ['e2e:api'], ['fixture', 'own'], []],
  ['the fixture alone', ['e2e:aws'], ['fixture'], []],
  ['the environment that is named', ['e2e:api', 'live'], ['own'], ['live']],
  ['the environment of the fixture', ['e2e:routing', 'staging'], ['fixture'], ['staging']],
  ['what is asked for', ['e2e:dashboards', '--repository', 'own'], ['own'], []],
  ['one of what is asked for', ['e2e:api', '--repository=fixture', 'dr'], ['fixture'], ['dr']],
  [
    'what is asked for last',
    ['e2e:metrics', '--record', '--repository', 'own'],
    ['own'],
    ['--record'],
  ],
  [
    'what is played',
    ['e2e', '--only', 'a', '--except=b'],
    ['fixture'],
    ['--only', 'a', '--except=b'],
  ],
])('judged is %s', (_, words, judges, rest) => {
  expect(judgedBy(...words)).toEqual([judges, rest]);
});

test.each([
  ['a suite that is not there', ['e2e:nothing'], 'e2e:nothing: there are e2e, e2e:scripts'],
  ['no suite', [], ': there are e2e, '],
  ['another repository', ['e2e:api', '--repository', 'theirs'], 'theirs: there are fixture, own'],
  ['no repository', ['e2e:api', '--repository'], 'there are fixture, own'],
  ['what a suite cannot judge', ['e2e:aws', '--repository=own'], 'only the fixture declares'],
])('%s is refused', (_, words, why) => {
  expect(() => suiteCall(words)).toThrow(why);
});

const manifest = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test.each(some(Object.entries(suites)))('npm run %s plays its program', (name, { program }) => {
  expect(manifest.scripts[name]).toBe(`node apps/e2e/src/play-suite.ts ${name}`);
  expect(existsSync(join(programRoot, 'apps/e2e/src', program))).toBe(true);
});
