import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { commandLine } from '../src/program.ts';
import { commandsIn } from './documented-commands.ts';
import { readPage } from './documents/pages.ts';

const { scripts } = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const readme = readPage('README.md');
const [, table = ''] = readme.split('\n## Commands\n');
const shown = commandsIn(table);

/** What a row such as "`npm run typecheck`, `lint`, `knip`" names beside the first. */
const inRows = new Set([...table.matchAll(/`([a-z:]+)`/g)].map(([, name]) => name));

test.each(some(Object.keys(scripts)))('the README has the script %s', (script) => {
  const run = shown.some(([, verb, name]) => name === script || verb === script);
  expect(run || inRows.has(script)).toBe(true);
});

test('every script that the README shows is there', () => {
  const run = commandsIn(readme).filter(([program, verb]) => program === 'npm' && verb === 'run');
  expect(run.map(([, , script = '']) => script).filter((script) => !(script in scripts))).toEqual(
    [],
  );
});

test.each(some(commandLine(() => undefined).commands).map((command) => command.name()))(
  'the README has the verb %s',
  (verb) => {
    const verbs = shown.flatMap((words) => (words[2] === 'resilience' ? (words[4] ?? []) : []));
    expect(verbs).toContain(verb);
  },
);
