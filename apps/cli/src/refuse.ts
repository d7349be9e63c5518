import { formatProblem, type Problem } from '@resilience/config/problem';

import { type ExitCode, exitCode } from './exit-code.ts';

/** Says why nothing can be done: all that is in the way. */
export function refuse(...messages: readonly string[]): ExitCode {
  process.stderr.write(messages.map((message) => `resilience: ${message}\n`).join(''));
  return exitCode.unusable;
}

/** Says every problem, to a machine where one reads. */
export function refuseProblems(problems: readonly Problem[], json: boolean): ExitCode {
  if (json) process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  else process.stderr.write(`${problems.map(formatProblem).join('\n\n')}\n`);
  return exitCode.unusable;
}
