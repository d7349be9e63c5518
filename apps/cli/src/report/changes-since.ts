import type { ChangedFile, Changes, Commit } from '@resilience/report/model/changes';

import { baseCommit } from '../diff/base-commit.ts';
import { inBaseTree } from '../diff/base-tree.ts';
import { compareSides } from '../diff/compare-sides.ts';
import type { Diff } from '../diff/diff-flags.ts';
import { lossesOf, placeLine, sectionsOf, weakerIn } from '../diff/sections.ts';
import { git } from '../git.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';

/**
 * What is different in `environments/` since a revision, up to what is there now: what it means, and what it is made of.
 *
 * @param since anything that git knows a commit by
 * @param date `YYYY-MM-DD`, by which waivers are in force or over
 * @throws {Refusal} where git knows none, or a side cannot be read
 */
export async function changesSince(since: string, date: string): Promise<Changes> {
  const root = repositoryRoot;
  const base = baseCommit(root, since);
  const progress = new Progress(process.stderr);
  const diff = await inBaseTree(root, base.commit, (tree) =>
    compareSides(
      { root, base, tree },
      { env: undefined, today: date, onProgress: (text) => progress.show(text) },
    ),
  );
  progress.clear();
  const { commit } = base;
  return { since, ...meaningOf(diff), commits: commitsSince(commit), files: filesSince(commit) };
}

const meaningOf = (diff: Diff): Pick<Changes, 'weaker' | 'environments' | 'notices'> => ({
  weaker: [
    ...weakerIn(diff).map(({ of, text, places }) => ({ of, text, places: places.map(placeLine) })),
    ...diff.environments.flatMap((one) =>
      lossesOf(one).map((text) => ({ of: [one.environment], text, places: [] })),
    ),
  ],
  environments: diff.environments.map((one) => ({
    name: one.environment,
    change: one.change,
    sections: sectionsOf(one),
  })),
  notices: diff.notices,
});

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
