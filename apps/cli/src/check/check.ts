import { leftovers, loadEnvironment } from '@resilience/config/load';
import { formatProblem } from '@resilience/config/problem';

import type { CheckFlags } from '../commands/check.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { loadPolicy } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { today } from '../today.ts';
import { ofLeftovers } from './of-leftovers.ts';
import { judgeEnvironment } from './judge-environment.ts';
import type { Result } from './reported.ts';

/** Does what `resilience check` promises, and prints what was found. */
export async function check({ env, format }: CheckFlags): Promise<ExitCode> {
  const names = declaredEnvironments(env);
  const terms = { policy: await loadPolicy(), today: today() };
  const progress = new Progress(process.stderr);
  const results: Result[] = [];
  for (const [index, name] of names.entries()) {
    progress.show(`checking ${name} (${index + 1} of ${names.length})`);
    const loaded = await loadEnvironment(repositoryRoot, name);
    if (!loaded.ok) {
      process.stderr.write(`${loaded.problems.map(formatProblem).join('\n\n')}\n`);
      return exitCode.unusable;
    }
    results.push(await judgeEnvironment(loaded.value, terms));
  }
  if (!env) results.push(...ofLeftovers(leftovers(repositoryRoot)));
  progress.clear();
  process.stdout.write(await print(format, results));
  return results.some(({ findings }) => findings.some(({ stops }) => stops))
    ? exitCode.findings
    : exitCode.fine;
}

/** Formats for machines are loaded when they are asked for. */
const print = async (format: CheckFlags['format'], results: readonly Result[]): Promise<string> =>
  (await printers[format]())(results);

const printers: Record<
  CheckFlags['format'],
  () => Promise<(results: readonly Result[]) => string>
> = {
  text: async () => (await import('./format-text.ts')).formatText,
  json: async () => (await import('./format-json.ts')).formatJson,
  sarif: async () => (await import('./format-sarif.ts')).formatSarif,
  junit: async () => (await import('./format-junit.ts')).formatJunit,
  github: async () => (await import('./format-github.ts')).formatGithub,
};
