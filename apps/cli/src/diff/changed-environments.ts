import { listEnvironments } from '@resilience/config/load';

import { policyFile } from '../load-policy.ts';
import { importedFiles } from './imported-files.ts';

interface Sides {
  /** The repository's folder. */
  readonly root: string;
  /** The folder of the base. */
  readonly base: string;
  /** Paths from the repository's folder. */
  readonly changed: ReadonlySet<string>;
}

/** Environments of either side, by name. */
export interface Environments {
  /** Those that a changed file is in, or is imported by. */
  readonly changed: readonly string[];
  /** Those that read the same on both sides: nothing of them is opened. */
  readonly same: readonly string[];
}

/** Which environments a change can touch. */
export function changedEnvironments({ root, base, changed }: Sides): Environments {
  const names = [...new Set([...listEnvironments(root), ...listEnvironments(base)])].toSorted();
  const known = new Map<string, readonly string[]>();
  const touches = (file: string): boolean =>
    [...importedFiles(root, file, known)].some((one) => changed.has(one));
  const judgedAnew = touches(policyFile);
  const isTouched = (name: string): boolean =>
    judgedAnew ||
    [...changed].some((file) => file.startsWith(`environments/${name}/`)) ||
    touches(`environments/${name}/config.ts`);
  return {
    changed: names.filter(isTouched),
    same: names.filter((name) => !isTouched(name)),
  };
}
