import { createInterface } from 'node:readline/promises';

interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Where people are asked; the standard output is for results. */
const terminal: Terminal = { input: process.stdin, output: process.stderr };

/** What is wrong with a destructive call that asks nobody. */
export const unconfirmed = (yes: boolean | undefined): string[] =>
  yes === true || (terminal.input.isTTY === true && terminal.output.isTTY === true)
    ? []
    : ['nobody can be asked here: pass --yes'];

/** Asks for the word that names what is touched; anything else, and the end of input, is a no. */
export async function confirm(
  what: string,
  word: string,
  { input, output }: Terminal = terminal,
): Promise<boolean> {
  const lines = createInterface({ input, output });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    const answer = lines.question(`${what}\nType ${word} to go on: `);
    return (await Promise.race([answer, ended])).trim() === word;
  } finally {
    lines.close();
  }
}
