/**
 * The line by which everything says what it leaves out: `.ci/run` counts such lines, and fails where one is not allowed.
 *
 * @param name of a case, or of the npm script where all of it is left out
 */
export function skipped(name: string, reason: string): string {
  if (name.includes(': ')) throw new Error(`the name of what is skipped has no ": ": ${name}`);
  return `skipped ${name}: ${reason}\n`;
}
