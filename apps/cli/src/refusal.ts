import { formatProblem, type Problem } from '@resilience/config/problem';

/** Why a command cannot do its work: everything that is in the way. */
export class Refusal extends Error {
  /** One for each cause; `file` is empty where the call itself is the cause. */
  readonly problems: readonly Problem[];
  /** The last line for a person, such as that nothing was written. */
  readonly conclusion: string | undefined;

  constructor(message: string, options: RefusalOptions = {}) {
    super(message, { cause: options.cause });
    this.problems = options.problems ?? [problemOfCall(message)];
    this.conclusion = options.conclusion;
  }
}

interface RefusalOptions {
  readonly cause?: unknown;
  readonly problems?: readonly Problem[];
  readonly conclusion?: string;
}

/** @throws {Refusal} with each message, such as of what is wrong with the flags */
export function refuse(...messages: readonly string[]): never {
  const problems = messages.map((message) => problemOfCall(message));
  throw new Refusal(messages.join('\n'), { problems });
}

/** @throws {Refusal} with every problem of a file */
export function refuseProblems(problems: readonly Problem[], conclusion?: string): never {
  const message = problems.map(formatProblem).join('\n\n');
  throw new Refusal(message, { problems, ...(conclusion !== undefined && { conclusion }) });
}

/** A problem that no file holds: the message says everything. */
export const problemOfCall = (message: string, code = 'command/refused'): Problem => ({
  file: '',
  path: '',
  code,
  message,
  expected: '',
  received: '',
  fix: '',
});
