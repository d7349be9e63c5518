import { leftovers } from '@resilience/config/load';
import { formatProblem, type Problem } from '@resilience/config/problem';
import type { Change } from '@resilience/render/changes';

import type { RenderFlags } from '../commands/render.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { formatResults } from './format-results.ts';
import { type FileChange, fileChange } from './file-change.ts';
import { formatUpgrades } from './format-upgrades.ts';
import { renderedBy } from './layer-file.ts';
import { renderEnvironments } from './render-environments.ts';

/** Does what `resilience render` promises, and prints how it went. */
export async function render({ env, check = false, json = false }: RenderFlags): Promise<ExitCode> {
  const environments = declaredEnvironments(env);
  const left = env ? [] : leftovers(repositoryRoot);
  if (left.length > 0) return report(left, json);
  const before = new Map(environments.map((name) => [name, renderedBy(repositoryRoot, name)]));
  const progress = new Progress(process.stderr);
  const diffs: string[] = [];
  const files: FileChange[] = [];
  const { unifiedDiff } = check ? await import('@resilience/render/unified-diff') : {};
  const outcome = await renderEnvironments({
    root: repositoryRoot,
    environments,
    mode: check ? 'check' : 'write',
    onProgress: (name, index) =>
      progress.show(`rendering ${name} (${index + 1} of ${environments.length})`),
    onChanges: (folder: string, changes: readonly Change[]) => {
      files.push(...changes.map((change) => fileChange(folder, change)));
      if (unifiedDiff) diffs.push(...changes.map((change) => unifiedDiff(folder, change)));
    },
  });
  progress.clear();
  if (!outcome.ok) return report(outcome.problems, json);
  const stale = check && diffs.length > 0;
  if (json) {
    const diff = check && { stale, diff: diffs.join('') };
    print({ environments: outcome.results, files, ...diff });
  } else {
    const upgrades = formatUpgrades(before, files);
    printForPeople(`${formatResults(outcome.results, check ? [] : files)}${upgrades}`, diffs);
  }
  return stale ? exitCode.findings : exitCode.fine;
}

function printForPeople(results: string, diffs: readonly string[]): void {
  process.stdout.write(`${diffs.join('')}${results}\n`);
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

const print = (value: unknown): boolean =>
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
