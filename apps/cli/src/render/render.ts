import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { leftovers, loadEnvironment } from '@resilience/config/load';
import { formatProblem, type Problem } from '@resilience/config/problem';
import type { Change } from '@resilience/render/changes';

import type { Result } from '../check/reported.ts';
import type { RenderFlags } from '../commands/render.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { loadPolicy, policyFile } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { today } from '../today.ts';
import { formatResults } from './format-results.ts';
import { type FileChange, fileChange } from './file-change.ts';
import { formatUpgrades } from './format-upgrades.ts';
import { renderedBy } from './layer-file.ts';
import { renderEnvironments } from './render-environments.ts';

/** Does what `resilience render` promises, and prints how it went. */
export async function render({ env, check: mode, json = false }: RenderFlags): Promise<ExitCode> {
  const check = mode === true;
  const environments = declaredEnvironments(env);
  const left = env ? [] : leftovers(repositoryRoot);
  if (left.length > 0) return report(left, json);
  const before = new Map(environments.map((name) => [name, renderedBy(repositoryRoot, name)]));
  const judge = mode === undefined ? await judgeOf() : undefined;
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
  const judged = judge && (await judge(environments));
  const stale = check && diffs.length > 0;
  if (json) {
    const diff = check && { stale, diff: diffs.join('') };
    print({ environments: outcome.results, files, ...diff, ...(judged && { checked: judged }) });
  } else {
    const upgrades = formatUpgrades(before, files);
    printForPeople(`${formatResults(outcome.results, check ? [] : files)}${upgrades}`, diffs);
    if (!check) process.stdout.write(await formatJudged(judged));
  }
  return stale || judged?.some(stops) ? exitCode.findings : exitCode.fine;
}

/** How to judge what is rendered, where the organisation has a policy; loaded before anything is written, so that an unusable policy stops it. */
async function judgeOf(): Promise<((names: readonly string[]) => Promise<Result[]>) | undefined> {
  if (!existsSync(join(repositoryRoot, policyFile))) return undefined;
  const { judgeEnvironment } = await import('../check/judge-environment.ts');
  const terms = { policy: await loadPolicy(), today: today() };
  return async (names) => {
    const results: Result[] = [];
    for (const name of names) {
      const loaded = await loadEnvironment(repositoryRoot, name);
      if (loaded.ok) results.push(await judgeEnvironment(loaded.value, terms));
    }
    return results;
  };
}

const stops = ({ findings }: Result): boolean => findings.some((finding) => finding.stops);

/** Nothing where nothing is found. */
async function formatJudged(judged: readonly Result[] | undefined): Promise<string> {
  if (!judged) return 'not judged by the policies: run "npm run resilience -- check"\n';
  const found = judged.filter(({ findings }) =>
    findings.some(({ waivedBy }) => waivedBy === undefined),
  );
  if (found.length === 0) return '';
  const { formatText } = await import('../check/format-text.ts');
  return `\n${formatText(found)}`;
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
