import { leftovers } from '@resilience/config/load';
import type { Change } from '@resilience/render/changes';
import type { RenderedFile } from '@resilience/render/rendered-file';

import type { Answer } from '../answer.ts';
import type { Result } from '../check/reported.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { exitCode } from '../exit-code.ts';
import type { Problem } from '@resilience/config/problem';
import { Progress } from '../progress.ts';
import { refuseProblems } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';
import { type FileChange, fileChange } from './file-change.ts';
import { formatResults } from './format-results.ts';
import { formatUpgrades } from './format-upgrades.ts';
import { formatJudged, judgeOf, stops } from './judge-rendered.ts';
import { renderedBy } from './layer-file.ts';
import { renderEnvironments, type RenderResult } from './render-environments.ts';

export interface RenderFlags {
  readonly env?: readonly string[];
  /** True to compare alone, false to render without the policies. */
  readonly check?: boolean;
}

export interface Rendered {
  readonly environments: readonly RenderResult[];
  readonly files: readonly FileChange[];
  /** Whether anything is not what is declared; absent where it was written. */
  readonly stale?: boolean;
  /** Unified; absent where it was written. */
  readonly diff?: string;
  /** What the policies find, by environment; absent where they were not asked. */
  readonly checked?: readonly Result[];
}

/**
 * Does what `resilience render` promises.
 *
 * @param commandLine the reference of all commands
 */
export async function render(
  { env, check: mode }: RenderFlags,
  commandLine: RenderedFile,
): Promise<Answer<Rendered>> {
  const check = mode === true;
  const environments = declaredEnvironments(env);
  const left = env ? [] : leftovers(repositoryRoot);
  if (left.length > 0) refuseAll(left);
  const before = new Map(environments.map((name) => [name, renderedBy(repositoryRoot, name)]));
  const judge = mode === undefined ? await judgeOf() : undefined;
  const progress = new Progress(process.stderr);
  const diffs: string[] = [];
  const files: FileChange[] = [];
  const { unifiedDiff } = check ? await import('@resilience/render/unified-diff') : {};
  const outcome = await renderEnvironments({
    root: repositoryRoot,
    environments,
    commandLine,
    mode: check ? 'check' : 'write',
    onProgress: (name, index) =>
      progress.show(`rendering ${name} (${index + 1} of ${environments.length})`),
    onChanges: (folder: string, changes: readonly Change[]) => {
      files.push(...changes.map((change) => fileChange(folder, change)));
      if (unifiedDiff) diffs.push(...changes.map((change) => unifiedDiff(folder, change)));
    },
  });
  progress.clear();
  if (!outcome.ok) return refuseAll(outcome.problems);
  const { results } = outcome;
  const stale = check && diffs.length > 0;
  if (stale) process.stderr.write(`${staleness(diffs.length)}\n`);
  const checked = judge && (await judge(environments));
  const findings = check ? '' : await formatJudged(checked);
  return {
    code: stale || checked?.some(stops) ? exitCode.findings : exitCode.fine,
    result: {
      environments: results,
      files,
      ...(check && { stale, diff: diffs.join('') }),
      ...(checked && { checked }),
    },
    text: () =>
      `${diffs.join('')}${formatResults(results, check ? [] : files)}${formatUpgrades(before, files)}${findings}`,
  };
}

const staleness = (count: number): string =>
  count === 1
    ? '1 rendered file is stale: run "npm run render" and commit it'
    : `${count} rendered files are stale: run "npm run render" and commit them`;

/** @throws {Refusal} */
const refuseAll = (problems: readonly Problem[]): never =>
  refuseProblems(problems, `${countOf(problems)}; nothing was written`);

const countOf = ({ length }: readonly Problem[]): string =>
  length === 1 ? '1 problem' : `${length} problems`;
