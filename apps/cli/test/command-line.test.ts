import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { exampleLine, usageOf } from '../src/command-line/commander.ts';
import { commandLineReference } from '../src/command-line/reference.ts';
import { verbsOf } from '../src/command-line/verb.ts';
import { commandLine } from '../src/program.ts';
import { tree } from '../src/verbs/tree.ts';
import { brokenRepository } from './broken-repository.ts';
import { run } from './run.ts';

const page = readFileSync(join(programRoot, 'docs/reference/command-line.md'), 'utf8');

test('the reference of commands is that of the tree', () => {
  expect(commandLineReference(tree)).toEqual({ path: 'command-line.md', content: page });
});

test.each(some(verbsOf(tree)))('the reference says how %s is called', (words, verb) => {
  expect(page).toContain(`\n## ${words}\n`);
  expect(page).toContain(`\n\`resilience ${words} ${usageOf(verb)}\`\n`);
});

test.each(some(verbsOf(tree)))(
  'the help of %s marks what it cannot do without',
  async (words, verb) => {
    const { status, stdout } = await run(['help', ...words.split(' ')]);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: resilience ${words} ${usageOf(verb)}`);
    const required = Object.values(verb.flags).filter((flag) => flag.required);
    expect(stdout.match(/\(required\)/g) ?? []).toHaveLength(required.length);
  },
);

test.each([
  [['help', 'nothing'], 'there is no command nothing; resilience --help lists the commands'],
  [['help', 'chek'], 'there is no command chek; did you mean check?'],
  [['drill', 'help', 'rum'], 'there is no command drill rum; did you mean drill run?'],
  [['help', 'backup', 'lst'], 'there is no command backup lst; did you mean backup list?'],
])('%j is an error', async (words, message) => {
  const { status, stdout, stderr } = await run(words);
  expect([status, stdout, stderr]).toEqual([2, '', `resilience: ${message}\n`]);
});

test.each([['--version'], ['-V']])('%s prints the version of the root package', async (flag) => {
  const manifest = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8'));
  const { status, stdout } = await run([flag]);
  expect([status, stdout]).toEqual([0, `${manifest.version}\n`]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
});

test('RESILIENCE_ENV names the environment where --env is left out', async () => {
  const RESILIENCE_REPOSITORY = brokenRepository();
  const { stderr } = await run(['names'], { RESILIENCE_REPOSITORY, RESILIENCE_ENV: 'brokn' });
  expect(stderr).toBe(
    'resilience: no environment is called brokn; there are broken; did you mean broken?\n',
  );
  const words = ['names', '--env', 'broke'];
  const flag = await run(words, { RESILIENCE_REPOSITORY, RESILIENCE_ENV: 'brokn' });
  expect(flag.stderr).toContain('is called broke;');
});

test.each(['check', 'cost', 'render'])('%s lists names where one is not known', async (verb) => {
  const words = [verb, '--env', 'nope', 'brokem'];
  const { status, stderr } = await run(words, { RESILIENCE_REPOSITORY: brokenRepository() });
  expect([status, stderr]).toEqual([
    2,
    'resilience: no environment is called nope; there are broken\n' +
      'resilience: no environment is called brokem; there are broken; did you mean broken?\n',
  ]);
});

/** The calls of an example, one after the other. */
const callsIn = (example: string): string[][] =>
  exampleLine(example)
    .replace(/^\$ /, '')
    .split(' && ')
    .map((call) => callIn(call))
    .filter(({ length }) => length > 0);

/** The words behind `resilience`; none where another program is called. */
const callIn = (typed: string): string[] => {
  const [, call = ''] =
    /(?:^|\| *)resilience (.*?)(?: [|>] ?.*)?$/.exec(typed.replaceAll(/\s*\\?\n\s*/g, ' ')) ?? [];
  return [...call.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([word, double, single]) => double ?? single ?? word,
  );
};

test.each(some(verbsOf(tree)))(
  'every example of %s is a call of it',
  async (words, { examples = [] }) => {
    for (const calls of some(examples.map(callsIn).filter(({ length }) => length > 0))) {
      const called: string[] = [];
      const program = () => commandLine(({ command }) => void called.push(command));
      for (const call of calls) await program().parseAsync(call, { from: 'user' });
      expect(called).toHaveLength(calls.length);
      expect(called.at(-1)).toBe(words);
    }
  },
);
