import { git } from '../git.ts';
import { refuse } from '../refusal.ts';
import type { Base } from './diff-flags.ts';

/** Where a change is usually merged to, the one of the server first. */
const branches = ['origin/HEAD', 'origin/main', 'main', 'origin/master', 'master'];

/**
 * The revision that a change begins at.
 *
 * @param root the repository's folder
 * @param asked a revision as git takes it; undefined for where HEAD left the default branch
 * @throws {Refusal} where the folder is in no repository of git, or the revision is not there
 */
export function baseCommit(root: string, asked: string | undefined): Base {
  const head = commitOf(root, 'HEAD');
  if (head === undefined) {
    return refuse(`${root} has no commit of git: commit what is there, then change it`);
  }
  if (asked !== undefined) return { name: asked, commit: commitOf(root, asked) ?? unknown(asked) };
  for (const branch of branches) {
    const commit = git(root, 'merge-base', 'HEAD', branch);
    if (commit !== undefined) return { name: `the branch point from ${branch}`, commit };
  }
  return { name: 'HEAD', commit: head };
}

const commitOf = (root: string, revision: string): string | undefined =>
  git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);

const unknown = (asked: string): never =>
  refuse(
    `there is no revision "${asked}": fetch it by "git fetch origin ‹branch›"; in a pipeline, fetch the whole history (fetch-depth: 0)`,
  );
