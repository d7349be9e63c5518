import type { Problem } from '@resilience/config/problem';
import { renderedRepository } from '@resilience/fixtures/repositories';
import { some } from '@resilience/vitest/some';
import { afterAll, expect, test } from 'vitest';

import { dashed } from '../src/command-line/commander.ts';
import { type Verb, verbsOf } from '../src/command-line/verb.ts';
import { tree } from '../src/verbs/tree.ts';
import { brokenRepository } from './broken-repository.ts';
import { call } from './call.ts';
import { run } from './run.ts';

process.env['RESILIENCE_REPOSITORY'] = brokenRepository(afterAll);
delete process.env['RESILIENCE_ENV'];

/** What a verb cannot do without, each by a word that may stand there. */
const neededBy = ({ arguments: words = [], flags }: Verb): string[] => [
  ...words.filter(({ many }) => many !== true).map(() => 'one'),
  ...Object.entries(flags)
    .filter(([name]) => name !== 'env')
    .flatMap(([name, { required, choices }]) =>
      required === true ? [`--${dashed(name)}`, choices?.[0] ?? 'one'] : [],
    ),
  ...('dryRun' in flags ? ['--dry-run'] : []),
];

const opening = verbsOf(tree).filter(([, { flags }]) => 'env' in flags);
const others = verbsOf(tree).filter(([, { flags }]) => !('env' in flags));

test.each(some(opening))(
  '%s of a broken declaration prints its problems as JSON',
  async (words, verb) => {
    const { status, stdout, stderr } = await call([
      ...words.split(' '),
      ...neededBy(verb),
      '--env',
      'broken',
      '--json',
    ]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      command: words,
      outcome: 'unusable',
      problems: expect.arrayContaining([
        expect.objectContaining({ file: 'environments/broken/config.ts', code: 'config/missing' }),
      ]) as unknown,
      result: null,
    });
    expect(stderr).toContain('[environments/broken/config.ts:1:16] lacks ');
  },
);

test.each(some(others))('%s refuses what is not known as JSON', async (words, verb) => {
  const { status, stdout, stderr } = await run([...words.split(' '), ...neededBy(verb), '--json'], {
    RESILIENCE_REPOSITORY: renderedRepository(),
  });
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    command: words,
    outcome: 'unusable',
    result: null,
  });
  const { problems } = JSON.parse(stdout) as { readonly problems: readonly Problem[] };
  expect(problems.map(({ file }) => file)).toEqual(problems.map(() => ''));
  expect(problems.map(({ path }) => path)).not.toContain('json');
  expect(some(problems).filter(({ message }) => !stderr.includes(message))).toEqual([]);
});

test.each([
  [['drill', 'list', '--json'], 'drill list', "required option '--env <name>' not specified"],
  [['cost', '--nope', '--json'], 'cost', "unknown option '--nope'"],
  [['shout', '--json'], 'shout', "unknown command 'shout'"],
  [['check', '--format', 'json', '--nope'], 'check', "unknown option '--nope'"],
])('a call that cannot be understood is JSON as well: %j', async (words, command, message) => {
  const { status, stdout, stderr } = await call(words);
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    command,
    outcome: 'unusable',
    problems: [
      {
        file: '',
        path: '',
        code: 'command/usage',
        message,
        expected: '',
        received: '',
        fix: '',
      },
    ],
    result: null,
  });
  expect(stderr).toContain(message);
});
