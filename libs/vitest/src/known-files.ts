import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { WorkspaceContext } from 'nx/src/native';

import { repositoryRoot } from './repository-root.ts';

/** @returns the files of the repository as Nx finds them, from the root, without those that Git ignores */
export function knownFiles(): string[] {
  const cache = mkdtempSync(join(tmpdir(), 'resilience-files-'));
  try {
    return new WorkspaceContext(repositoryRoot, cache).allFileData().map(({ file }) => file);
  } finally {
    rmSync(cache, { recursive: true });
  }
}
