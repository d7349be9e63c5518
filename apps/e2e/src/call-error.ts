/** Whoever called has to change something: what, a line each. It ends the process with 2, and without a stack. */
export class CallError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** @throws what is nothing that the caller can change */
export function endWith2(error: unknown): void {
  if (!(error instanceof CallError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
