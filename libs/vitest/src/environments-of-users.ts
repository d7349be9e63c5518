import { relative } from 'node:path';

import type { OpenedFile } from './opened-files.ts';
import { repositoryRoot } from './repository-root.ts';

const folder = 'environments';

/** The project's own files in the folder; all others are declared by users, or rendered from what they declare. */
const own = new Set(['package.json', 'tsconfig.json'].map((name) => `${folder}/${name}`));

/** The one project whose tests are about the user's own repository. */
const allowed = '@resilience/repository';

/**
 * Files of users that the tests of a project looked at: a user has other environments than the repository has here,
 * and the tests have to pass for them as well.
 *
 * @returns paths from the root
 */
export function environmentsOfUsers(project: string, opened: readonly OpenedFile[]): string[] {
  if (project === allowed) return [];
  const paths = opened
    .filter(({ look, path }) => look === 'tree' || isBelow(relative(repositoryRoot, path)))
    .map(({ path }) => relative(repositoryRoot, path))
    .flatMap((path) => (path === '' ? [folder] : path));
  return [...new Set(paths)].filter((path) => isBelow(path) && !own.has(path)).toSorted();
}

const isBelow = (path: string): boolean => path === folder || path.startsWith(`${folder}/`);
