import { execFileSync } from 'node:child_process';

import { resilience } from '@resilience/fixtures/resilience';
import { terminalPicture } from '@resilience/documents/pictures/terminal-picture';

/** The picture in the README, from the repository's root. */
export const sessionPath = 'docs/pictures/session.svg';

const production = 'environments/production/config.ts';

/** What is typed, in this order; each changes what the next one sees. */
const typed = [
  'npm run resilience -- explain orders --env production --scenario namespace-deletion',
  `sed -i 's/retention: days(30)/retention: days(10)/' ${production}`,
  'npm run resilience -- render --env production',
  'npm run resilience -- diff',
];

const prompt = '\u001B[32m$\u001B[39m \u001B[1m';

/** How long rendering takes differs from machine to machine, and with it the width of its column. */
const times = /(time|\d+ ms) +/g;

/**
 * What a terminal shows of a service that is explained, and of a change that is refused or compared.
 *
 * @param root a repository of harbour with all that is rendered; it is changed
 */
export function sessionPicture(root: string): string {
  commit(root);
  const shown = typed.map((line) => `${prompt}${line}\u001B[22m\n${output(root, line)}`);
  return terminalPicture(
    sessionPath,
    'An objective is explained, and a change compared with what was there',
    shown.join('\n'),
  ).content;
}

function output(root: string, line: string): string {
  const [, words] = line.split(' -- ');
  if (words === undefined) return execFileSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
  const { stdout, stderr } = resilience(root, words.split(' '), {
    FORCE_COLOR: '1',
    COLUMNS: '100',
  });
  return `${stderr}${stdout}`.replaceAll(times, (_, cell: string) =>
    cell === 'time' ? 'time  ' : '…     ',
  );
}

/** The revision that the change is compared with. */
function commit(root: string): void {
  const git = (...words: string[]): Buffer => execFileSync('git', words, { cwd: root });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git(
    '-c',
    'user.name=recorder',
    '-c',
    'user.email=recorder@example.com',
    'commit',
    '--quiet',
    '--message',
    'Declare',
  );
}
