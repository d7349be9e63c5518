import type { ChangedFile, Changes, Commit } from '@resilience/report/model/changes';

import { git } from '../git.ts';
import { refuse } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';

/**
 * What is different in `environments/` since a revision, up to what is there now.
 *
 * @param since anything that git knows a commit by
 * @throws {Refusal} where git knows none
 */
export function changesSince(since: string): Changes {
  const commit = git(
    repositoryRoot,
    'rev-parse',
    '--verify',
    '--end-of-options',
    `${since}^{commit}`,
  );
  if (commit === undefined) return refuse(`git knows no commit ${since}`);
  return { since, commits: commitsSince(commit), files: filesSince(commit) };
}

function commitsSince(commit: string): Commit[] {
  const format = '--format=%H%x00%cs%x00%s';
  const printed = git(repositoryRoot, 'log', format, `${commit}..HEAD`, '--', 'environments') ?? '';
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [hash = '', date = '', subject = ''] = line.split('\0');
      return { commit: hash, date, subject };
    });
}

const changeOf: Readonly<Record<string, ChangedFile['change']>> = { A: 'added', D: 'removed' };

function filesSince(commit: string): ChangedFile[] {
  const words = ['diff', '-z', '--name-status', '--no-renames', '--relative', commit];
  const parts = (git(repositoryRoot, ...words, '--', 'environments') ?? '').split('\0');
  const pairs = parts.flatMap((letter, at) =>
    at % 2 === 0 && letter !== '' ? [[letter, parts[at + 1] ?? ''] as const] : [],
  );
  return pairs.map(([letter, path]) => ({
    path,
    change: changeOf[letter] ?? 'changed',
    kind: kindOf(path),
  }));
}

function kindOf(path: string): ChangedFile['kind'] {
  if (path.includes('/rendered/')) return 'rendered';
  return path.endsWith('/measurements.json') ? 'measured' : 'declared';
}
