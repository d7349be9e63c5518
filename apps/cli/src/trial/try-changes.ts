import type { Problem } from '@resilience/config/problem';
import type { Replacement } from '@resilience/render/replace-files';
import { inScratchRepository } from '@resilience/render/scratch-repository';

import { judgeEnvironments } from './judge-environments.ts';
import { type Looked, lookAt } from './look-at.ts';

/** What changes of declarations lead to, seen before anything is written. */
export interface Trial {
  /** The environments whose declaration the changes change. */
  readonly changed: readonly Looked[];
  /** Problems and findings of rules that the changes bring. */
  readonly brought: readonly Problem[];
  /** Problems and findings that changed environments had before. */
  readonly known: readonly Problem[];
}

/**
 * Loads, proves, renders and judges the declarations of a repository as they would be.
 *
 * @param root the repository's folder
 * @param before all environments without the changes
 */
export async function tryChanges(
  root: string,
  before: readonly Looked[],
  changes: readonly Replacement[],
): Promise<Trial> {
  const old = new Map(before.map(({ name, fingerprint }) => [name, fingerprint]));
  const isChanged = ({ name, fingerprint }: Looked): boolean => old.get(name) !== fingerprint;
  const { changed, found } = await inScratchRepository(root, changes, async (folder) => {
    const after = (await lookAt(folder)).filter(isChanged);
    return { changed: after, found: await problemsOf(folder, after) };
  });
  const names = new Set(changed.map(({ name }) => name));
  const were = before.filter(({ name }) => names.has(name));
  // Rules judge what is rendered: what was found before is asked for only where something is found now.
  const known =
    found.length === 0
      ? []
      : await inScratchRepository(root, [], (folder) => problemsOf(folder, were));
  const knownOnes = new Set(known.map(identity));
  return { changed, brought: found.filter((one) => !knownOnes.has(identity(one))), known };
}

const problemsOf = async (root: string, environments: readonly Looked[]): Promise<Problem[]> => [
  ...environments.flatMap(({ problems }) => problems),
  ...(await judgeEnvironments(root, environments)),
];

const identity = ({ file, path, code, message }: Problem): string =>
  [file, path, code, message].join('\n');
