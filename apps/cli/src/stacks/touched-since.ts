import { git } from '../git.ts';
import { refuse } from '../refusal.ts';

/**
 * Which folders differ from the point at which the branch left a revision, as a pull request shows it.
 *
 * @param root the repository's folder
 * @throws {Refusal} where Git does not know the revision, or none that both came from
 */
export function touchedSince(root: string, revision: string): (folder: string) => boolean {
  const commit = git(root, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  if (commit === undefined)
    return refuse(`Git knows no commit "${revision}" here: fetch it, or name another`);
  const base = git(root, 'merge-base', commit, 'HEAD');
  if (base === undefined)
    return refuse(
      `nothing leads from "${revision}" to what is checked out: fetch the whole history (git fetch --unshallow)`,
    );
  const changed = (git(root, 'diff', '--name-only', '-z', '--no-renames', base) ?? '').split('\0');
  return (folder) => changed.some((path) => path.startsWith(`${folder}/`));
}
