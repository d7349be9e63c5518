import { loadEnvironment } from '@resilience/config/load';
import { formatProblem } from '@resilience/config/problem';

import type { NamesFlags } from '../commands/names.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { repositoryRoot } from '../repository-root.ts';
import { formatShell } from './format-shell.ts';
import { variablesOf } from './variables.ts';

/** Does what `resilience names` promises. Nothing but variables is written to the standard output. */
export async function names({ env, format }: NamesFlags): Promise<ExitCode> {
  declaredEnvironments([env]);
  const loaded = await loadEnvironment(repositoryRoot, env);
  if (!loaded.ok) {
    process.stderr.write(`${loaded.problems.map(formatProblem).join('\n\n')}\n`);
    return exitCode.unusable;
  }
  const variables = variablesOf(loaded.value);
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(variables, null, 2)}\n` : formatShell(variables),
  );
  return exitCode.fine;
}
