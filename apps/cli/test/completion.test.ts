import { execFileSync, spawnSync } from 'node:child_process';

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { verb } from '../src/command-line/verb.ts';
import { environment, format, optional } from '../src/command-line/flag.ts';
import { candidatesFor } from '../src/completion/candidates.ts';
import { shells } from '../src/completion/shells.ts';
import { brokenRepository } from './broken-repository.ts';
import { run } from './run.ts';

interface Flags {
  readonly env: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

const show = verb<Flags, object>({
  summary: 'show it',
  arguments: [{ name: 'service', text: 'a service', names: 'services' }],
  flags: {
    env: environment('which'),
    format: format(['text', 'json']),
    output: optional('<file>', 'where to'),
  },
  result: {},
  run: () => Promise.reject(new Error('is only described')),
});

const fixture = { show, group: { summary: 'several', verbs: { one: show } } };

const names = {
  environments: ['blue', 'green'],
  services: ['a', 'b'],
  servicesWithBackups: [],
  drills: [],
  scenarios: [],
};

test.each([
  [[''], ['show', 'group']],
  [['s'], ['show']],
  [['group', ''], ['one']],
  [['help', 'g'], ['group']],
  [['help', 'group', ''], ['one']],
  [['show', '--env', 'g'], ['green']],
  [
    ['group', 'one', '--env', ''],
    ['blue', 'green'],
  ],
  [
    ['show', '--env', 'blue', ''],
    ['a', 'b'],
  ],
  [
    ['show', '--env', 'blue', 'a', ''],
    ['--format', '--output', '--json', '--help'],
  ],
  [
    ['show', '--format', ''],
    ['text', 'json'],
  ],
  [['show', '--output', ''], []],
  [['show', '--e'], ['--env']],
  [['nothing', ''], []],
])('behind %j can follow %j', async (words, expected) => {
  const found = await candidatesFor(fixture, words, (kind) => Promise.resolve(names[kind]));
  expect(found.map(({ word }) => word)).toEqual(expected);
});

test('names are looked up in the environment that the words name', async () => {
  const asked: unknown[] = [];
  await candidatesFor(fixture, ['show', '--env', 'blue', ''], (...looked) => {
    asked.push(looked);
    return Promise.resolve([]);
  });
  expect(asked).toEqual([['services', 'blue']]);
});

test('names of a declaration that is broken are not completed, and nothing is said of it', async () => {
  const words = ['completion', 'bash', '--', 'explain', '--env', 'broken', ''];
  const outcome = await run(words, { RESILIENCE_REPOSITORY: brokenRepository() });
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('an unknown shell is refused', async () => {
  const { status, stderr } = await run(['completion', 'bsh']);
  expect([status, stderr]).toEqual([
    2,
    'resilience: no shell is called bsh; there are bash, zsh, fish; did you mean bash?\n',
  ]);
});

test('bash completes verbs, flags and names by the script', async () => {
  const { stdout: script } = await run(['completion', 'bash']);
  const type = (...words: string[]): string => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const line = `${script}\nCOMP_WORDS=(resilience ${typed}); COMP_CWORD=${words.length}; _resilience; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, RESILIENCE_REPOSITORY: root };
    return execFileSync('bash', ['-euc', line], { encoding: 'utf8', env });
  };
  const root = brokenRepository();
  expect(type('repos')).toBe('repository\n');
  expect(type('check', '--f')).toBe('--format\n');
  expect(type('check', '--env', '')).toBe('broken\n');
});

test.each(some(shells))('%s can read its script, where the shell is there', async (shell) => {
  const { stdout } = await run(['completion', shell]);
  const { error, status, stderr } = spawnSync(shell, ['-n', '-c', stdout], { encoding: 'utf8' });
  const outcome = error === undefined ? `${status} ${stderr}` : error.message;
  expect(['0 ', `spawnSync ${shell} ENOENT`]).toContain(outcome);
});
