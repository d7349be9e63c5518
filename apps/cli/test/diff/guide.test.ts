import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { copyOfRendered } from '@resilience/fixtures/repositories';
import { render } from '@resilience/fixtures/render';
import { afterAll, expect, test } from 'vitest';

import { blocksIn } from '../documents/blocks.ts';
import { resilience } from '../resilience.ts';

const page = 'docs/guides/reviewing-a-change.md';

const root = copyOfRendered();
afterAll(() => rmSync(root, { recursive: true }));

const git = (...words: readonly string[]): unknown =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@harbour.example', ...words], {
    cwd: root,
  });

/** What the guide says of production. */
const edits = [
  ['retention: days(30)', 'retention: days(14)'],
  ['expireNoncurrentAfter: days(30)', 'expireNoncurrentAfter: days(7)'],
  ["'0 6 * * 1'", "'0 6 1 * *'"],
] as const;

test('the comment that the guide shows is that of the change', () => {
  writeFileSync(join(root, '.gitignore'), 'node_modules\n');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=base');
  const path = join(root, 'environments/production/config.ts');
  const declared = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    edits.reduce((source, [from, to]) => source.replace(from, to), declared),
  );
  render(root);
  const { stdout } = resilience(root, ['diff', 'main', '--format', 'markdown']);
  const source = readFileSync(join(programRoot, page), 'utf8');
  const shown = blocksIn(page, source).find(({ language }) => language === 'markdown');
  // The commit is another one in each run.
  expect(unpadded(stdout.replace(/\([0-9a-f]{8}\)/, '(0a1b2c3d)'))).toBe(
    unpadded(shown?.text ?? ''),
  );
});

/** Tables of the page have columns of one width. */
const unpadded = (text: string): string =>
  text.replaceAll(/ +\|/g, ' |').replaceAll(/-{3,} \|/g, '--- |');
