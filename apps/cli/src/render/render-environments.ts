import { join } from 'node:path';

import { loadEnvironment } from '@resilience/config/load';
import type { Problem } from '@resilience/config/problem';
import { type Change, changesIn } from '@resilience/render/changes';
import type { RenderedFile } from '@resilience/render/rendered-file';
import { Transaction } from '@resilience/render/transaction';

import { renderEnvironment } from './render-environment.ts';

export interface RenderOptions {
  /** The repository's folder. */
  readonly root: string;
  readonly environments: readonly string[];
  /** `write` replaces what is stale, `check` only looks. */
  readonly mode: 'write' | 'check';
  /** Called before each environment. */
  readonly onProgress?: (environment: string, index: number) => void;
  /** Called with what is stale in each environment, which is not kept. */
  readonly onChanges?: (folder: string, changes: readonly Change[]) => void;
}

/** What became of one environment. */
export interface RenderResult {
  readonly environment: string;
  readonly objects: Readonly<Record<string, number>>;
  readonly files: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly milliseconds: number;
}

export type RenderOutcome =
  | { readonly ok: true; readonly results: readonly RenderResult[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Renders environments one after the other, and replaces their folders together at the end: one
 * problem in one of them leaves everything as it was.
 */
export async function renderEnvironments(options: RenderOptions): Promise<RenderOutcome> {
  const transaction = new Transaction();
  try {
    const outcome = await stageAll(options, transaction);
    if (outcome.ok) transaction.commit();
    return outcome;
  } finally {
    transaction.discard();
  }
}

async function stageAll(options: RenderOptions, transaction: Transaction): Promise<RenderOutcome> {
  const problems = new Map<string, Problem>();
  const results: RenderResult[] = [];
  for (const [index, name] of options.environments.entries()) {
    options.onProgress?.(name, index);
    const started = performance.now();
    const loaded = await loadEnvironment(options.root, name);
    if (!loaded.ok) {
      for (const problem of loaded.problems) problems.set(identity(problem), problem);
    } else if (problems.size === 0) {
      const { files, objects } = renderEnvironment(loaded.value);
      const changes = stage(options, transaction, name, files);
      const milliseconds = performance.now() - started;
      results.push({ environment: name, objects, files: files.length, ...changes, milliseconds });
    }
  }
  return problems.size > 0
    ? { ok: false, problems: [...problems.values()] }
    : { ok: true, results };
}

/** An environment that others refer to would be reported once for each of them. */
const identity = ({ file, path, code }: Problem): string => [file, path, code].join('\n');

/** Compares, and in order to write, stages what is stale. */
function stage(
  { root, mode, onChanges }: RenderOptions,
  transaction: Transaction,
  name: string,
  files: readonly RenderedFile[],
): Pick<RenderResult, 'added' | 'changed' | 'removed'> {
  const folder = join(root, 'environments', name);
  const changes = changesIn(join(folder, 'rendered'), files);
  if (changes.length > 0) onChanges?.(`environments/${name}/rendered`, changes);
  if (changes.length > 0 && mode === 'write') transaction.stage(folder, files);
  const count = (matches: (change: Change) => boolean): number => changes.filter(matches).length;
  return {
    added: count(({ before }) => before === undefined),
    changed: count(({ before, after }) => before !== undefined && after !== undefined),
    removed: count(({ after }) => after === undefined),
  };
}
