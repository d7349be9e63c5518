import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { common } from '@resilience/config/common-findings';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import type { Failed } from '@resilience/config/loaded';
import { oneCause } from '@resilience/config/one-cause';
import type { Problem } from '@resilience/config/problem';
import { DrRunbooks } from '@resilience/documents/dr-runbooks/dr-runbooks';
import { calendarFile } from '@resilience/documents/calendar-file';
import { recoveryReport } from '@resilience/documents/recovery-report/recovery-report';
import { AwsReference } from '@resilience/documents/reference/aws-reference';
import { recoverySteps } from '@resilience/documents/recovery-steps/recovery-steps';
import { secretsList } from '@resilience/documents/secrets-list';
import { prove } from '@resilience/recovery/prove';
import { type Change, changesIn } from '@resilience/render/changes';
import type { RenderedFile } from '@resilience/render/rendered-file';
import { recover, Transaction } from '@resilience/render/transaction';

import { billOf } from '../cost/bill-of.ts';
import { placed } from '../placed.ts';
import { breaches } from './breaches.ts';
import { codeOwners, foreignCodeOwners } from './code-owners.ts';
import { repeatedIdentityProviders } from './identity-providers.ts';
import { layerFile, renderedByNewer } from './layer-file.ts';
import { renderEnvironment } from './render-environment.ts';

export interface RenderOptions {
  /** The repository's folder. */
  readonly root: string;
  readonly environments: readonly string[];
  /** The reference of all commands. */
  readonly commandLine?: RenderedFile;
  /** `write` replaces what is stale, `check` only looks. */
  readonly mode: 'write' | 'check';
  /** Called before each environment. */
  readonly onProgress?: (environment: string, index: number) => void;
  /** Called with what is stale in each folder, which is not kept. */
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
 * problem in one of them leaves everything as it was. What is about all environments, such as the
 * reference of what is made in AWS, is rendered with all of them alone.
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
  const reference = new AwsReference();
  const runbooks = new DrRunbooks();
  const environments: Environment[] = [];
  for (const [index, name] of options.environments.entries()) {
    options.onProgress?.(name, index);
    const started = performance.now();
    const loaded = await loadEnvironment(options.root, name);
    const proofs = loaded.ok ? prove(loaded.value) : [];
    const judged = loaded.ok
      ? oneCause(breaches(loaded.value, proofs), 'first')
      : problemsOf(loaded);
    const found = [...renderedByNewer(options.root, name), ...judged];
    for (const problem of await placed(options.root, found)) {
      problems.set(identity(problem), problem);
    }
    if (loaded.ok && problems.size === 0) {
      const { files: objectFiles, objects, stacks } = renderEnvironment(loaded.value);
      const bill = billOf(loaded.value);
      const calendar = calendarFile(loaded.value);
      const report = recoveryReport({ environment: loaded.value, proofs, bill });
      const files = [
        ...objectFiles,
        ...calendar,
        report,
        ...(proofs.length > 0 ? [recoverySteps(loaded.value, proofs)] : []),
        secretsList(loaded.value),
        layerFile(name),
      ];
      environments.push(loaded.value);
      const changes = stage(options, transaction, `environments/${name}/rendered`, files);
      reference.add(name, stacks);
      runbooks.add(loaded.value);
      const milliseconds = performance.now() - started;
      results.push({ environment: name, objects, files: files.length, ...changes, milliseconds });
    }
  }
  for (const problem of [
    ...foreignCodeOwners(options.root, environments),
    ...repeatedIdentityProviders(environments),
  ]) {
    problems.set(identity(problem), problem);
  }
  if (problems.size > 0) return { ok: false, problems: [...problems.values()] };
  if (results.length === listEnvironments(options.root).length) {
    // Loaded here, as rendering one environment does without the rules.
    const { references } = await import('@resilience/documents/reference/references');
    stage(options, transaction, 'docs/reference', [
      reference.file(),
      ...(options.commandLine ? [options.commandLine] : []),
      ...references(environments),
    ]);
    stage(options, transaction, 'docs/runbooks/dr', runbooks.files());
    stage(options, transaction, '.github', codeOwners(environments));
  }
  return { ok: true, results };
}

/** All that is wrong, and the objectives that cannot hold however the rest is corrected. */
const problemsOf = ({ problems, readings = [] }: Failed<Environment>): Problem[] => [
  ...problems,
  ...oneCause(common(readings.map((reading) => breaches(reading, prove(reading)))), 'first'),
];

/** An environment that others refer to would be reported once for each of them. */
const identity = ({ file, path, code }: Problem): string => [file, path, code].join('\n');

/** Compares, and in order to write, stages what is stale. */
function stage(
  { root, mode, onChanges }: RenderOptions,
  transaction: Transaction,
  path: string,
  files: readonly RenderedFile[],
): Pick<RenderResult, 'added' | 'changed' | 'removed'> {
  const folder = join(root, path);
  if (mode === 'write') recover(folder);
  const changes = changesIn(folder, files);
  if (changes.length > 0) onChanges?.(path, changes);
  if (changes.length > 0 && mode === 'write') transaction.stage(folder, changes);
  const count = (matches: (change: Change) => boolean): number => changes.filter(matches).length;
  return {
    added: count(({ before }) => before === undefined),
    changed: count(({ before, after }) => before !== undefined && after !== undefined),
    removed: count(({ after }) => after === undefined),
  };
}
