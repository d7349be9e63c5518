import { leftovers } from '@resilience/config/load';

import { exitCode } from '../exit-code.ts';
import { openEnvironments } from '../in-environment.ts';
import { loadPolicy } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { today } from '../today.ts';
import type { Verbatim } from '../verbatim.ts';
import type { Checked, CheckFlags } from './check-flags.ts';
import { judgeEnvironment } from './judge-environment.ts';
import { ofLeftovers } from './of-leftovers.ts';
import type { Result } from './reported.ts';

/** Does what `resilience check` promises. */
export async function check({ env, format }: CheckFlags): Promise<Verbatim<Checked>> {
  const environments = await openEnvironments(env);
  const terms = { policy: await loadPolicy(), today: today() };
  const progress = new Progress(process.stderr);
  const results: Result[] = [];
  for (const [index, environment] of environments.entries()) {
    progress.show(`checking ${environment.name} (${index + 1} of ${environments.length})`);
    results.push(await judgeEnvironment(environment, terms));
  }
  if (!env) results.push(...ofLeftovers(leftovers(repositoryRoot)));
  progress.clear();
  const stops = results.some(({ findings }) => findings.some((finding) => finding.stops));
  // JSON is printed of every command alike.
  const print = await printers[format === 'json' ? 'text' : format]();
  return {
    code: stops ? exitCode.findings : exitCode.fine,
    result: { environments: results },
    text: () => print(results),
    verbatim: format !== 'text',
  };
}

/** Formats for machines are loaded when they are asked for. */
const printers: Record<
  Exclude<CheckFlags['format'], 'json'>,
  () => Promise<(results: readonly Result[]) => string>
> = {
  text: async () => (await import('./format-text.ts')).formatText,
  sarif: async () => (await import('./format-sarif.ts')).formatSarif,
  junit: async () => (await import('./format-junit.ts')).formatJunit,
  github: async () => (await import('./format-github.ts')).formatGithub,
};
