import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterAll, expect, test } from 'vitest';

import { resilience, type Run } from './resilience.ts';
import { commandsIn } from './documented-commands.ts';
import { blocksIn } from './documents/blocks.ts';

/** What the README has a newcomer type, and says that it gives. */
const [, tutorial = ''] = readFileSync(join(programRoot, 'README.md'), 'utf8').split(
  '\n## The first change',
);
const shown = blocksIn('README.md', tutorial.split('\n## ')[0] ?? '');
const textOf = (language: string): string =>
  shown.find((block) => block.language === language)?.text ?? '';

const root = copyOfRendered();
afterAll(() => rmSync(root, { recursive: true }));
const path = join(root, 'environments/production/config.ts');
const before = readFileSync(path, 'utf8');

/** As the README says: at the end of `services`. */
function declare(service: string): void {
  const [start = '', services = '', ...rest] = before.split(
    /^( {2}services: \{\n[^]*?\n)(?= {2}\},$)/m,
  );
  writeFileSync(path, [start, services, service.replaceAll(/^(?=.)/gm, '    '), ...rest].join(''));
}

const render = (...words: string[]): Run => resilience(root, ['render', ...words]);

/** The sample grows and shrinks above the service. */
const withoutLine = (text: string): string => text.replace(/:\d+:\d+ ›/, ' ›');

test('what is shown is there', () => {
  expect(shown.map(({ language }) => language).toSorted()).toEqual(['', 'diff', 'sh', 'ts']);
  expect(before).toMatch(/^ {2}services: \{$/m);
});

test('the mistake is reported as shown, and nothing is written', () => {
  declare(textOf('ts').replace('gib(20)', "'20Gi'"));
  const { status, stdout, stderr } = render();
  expect(withoutLine(stderr)).toContain(withoutLine(textOf('').trim()));
  expect([status, stdout.includes('changed')]).toEqual([2, false]);
});

test('what is shown renders, changes what is shown, and breaks no rule', () => {
  declare(textOf('ts'));
  const [, file = ''] = /^\+\+\+ b\/(.+)$/m.exec(textOf('diff')) ?? [];
  const committed = readFileSync(join(root, file), 'utf8');
  expect(render()).toMatchObject({ status: 0, stderr: '' });
  expect(`+++ b/${file}\n${added(committed, readFileSync(join(root, file), 'utf8'))}`).toBe(
    textOf('diff'),
  );
  const { status, stdout } = resilience(root, ['check']);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^production: .* 0 findings/m)]);
  expect(
    readFileSync(join(root, 'environments/production/rendered/recovery.md'), 'utf8'),
  ).toContain('| loyalty |');
}, 120_000);

test('what comes after that is shown as well', () => {
  const { status, stdout } = resilience(root, ['explain', 'loyalty', '--env', 'production']);
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining('late-discovery: holds, with assumed times'),
  ]);
  expect(commandsIn(tutorial.split('\n## ')[0] ?? '').map((words) => words.join(' '))).toEqual(
    expect.arrayContaining([
      'npm run render',
      'npm run resilience -- check',
      'npm run resilience -- explain loyalty --env production',
    ]),
  );
});

/** The lines that `git diff` marks as added. */
function added(committed: string, now: string): string {
  const files = { committed: join(root, 'committed'), now: join(root, 'now') };
  writeFileSync(files.committed, committed);
  writeFileSync(files.now, now);
  const { stdout } = spawnSync('git', ['diff', '--no-index', files.committed, files.now], {
    encoding: 'utf8',
  });
  return stdout.replaceAll(/^(?!\+(?!\+\+)).*\n/gm, '');
}
