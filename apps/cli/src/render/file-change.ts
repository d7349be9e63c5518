import type { Change } from '@resilience/render/changes';

/** What became of one rendered file. */
export interface FileChange {
  /** From the repository's root. */
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
}

export const fileChange = (folder: string, { path, before, after }: Change): FileChange => ({
  path: `${folder}/${path}`,
  change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
});
