import { listEnvironments } from '@resilience/config/load';
import { formatProblem, type Problem } from '@resilience/config/problem';
import type { Change } from '@resilience/render/changes';

import type { RenderFlags } from '../commands/render.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { formatResults } from './format-results.ts';
import { renderEnvironments, type RenderResult } from './render-environments.ts';

/** Does what `resilience render` promises, and prints how it went. */
export async function render({ env, check = false, json = false }: RenderFlags): Promise<ExitCode> {
  const known = listEnvironments(repositoryRoot);
  const environments = env ? [...new Set(env)] : known;
  const unknown = environments.filter((name) => !known.includes(name));
  if (unknown.length > 0) return refuse(unknown, known);
  const progress = new Progress(process.stderr);
  const diffs: string[] = [];
  const { unifiedDiff } = check ? await import('@resilience/render/unified-diff') : {};
  const outcome = await renderEnvironments({
    root: repositoryRoot,
    environments,
    mode: check ? 'check' : 'write',
    onProgress: (name, index) =>
      progress.show(`rendering ${name} (${index + 1} of ${environments.length})`),
    onChanges: (folder: string, changes: readonly Change[]) => {
      if (unifiedDiff) diffs.push(...changes.map((change) => unifiedDiff(folder, change)));
    },
  });
  progress.clear();
  if (!outcome.ok) return report(outcome.problems, json);
  const stale = check && diffs.length > 0;
  if (json) print({ environments: outcome.results, ...(check && { stale, diff: diffs.join('') }) });
  else printForPeople(outcome.results, diffs);
  return stale ? exitCode.findings : exitCode.fine;
}

function printForPeople(results: readonly RenderResult[], diffs: readonly string[]): void {
  process.stdout.write(diffs.join(''));
  process.stdout.write(`${formatResults(results)}\n`);
  if (diffs.length > 0) process.stderr.write(`${staleness(diffs.length)}\n`);
}

const staleness = (count: number): string =>
  count === 1
    ? '1 rendered file is stale: run "npm run render" and commit it'
    : `${count} rendered files are stale: run "npm run render" and commit them`;

function report(problems: readonly Problem[], json: boolean): ExitCode {
  if (json) print({ problems });
  else
    process.stderr.write(
      `${problems.map(formatProblem).join('\n\n')}\n\n${conclusion(problems)}\n`,
    );
  return exitCode.unusable;
}

const conclusion = ({ length }: readonly Problem[]): string =>
  `${length === 1 ? '1 problem' : `${length} problems`}; nothing was written`;

function refuse(unknown: readonly string[], known: readonly string[]): ExitCode {
  process.stderr.write(
    `resilience: no environment is called ${unknown.join(', ')}; there are ${known.join(', ')}\n`,
  );
  return exitCode.unusable;
}

const print = (value: unknown): boolean =>
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
