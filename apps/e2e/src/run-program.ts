import { spawn } from 'node:child_process';

interface Run {
  readonly input?: string;
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly folder?: string;
}

/**
 * Runs a program to its end, while everything else goes on.
 *
 * @returns what it printed
 * @throws with what it said, if it fails
 */
export function runProgram(
  program: string,
  words: readonly string[],
  { input = '', variables, folder }: Run = {},
): Promise<string> {
  const child = spawn(program, words, {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(variables && { env: { ...process.env, ...variables } }),
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  // One that ends early does not read to the end.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve(said.stdout);
      else {
        const how = `${program} ${words.slice(0, 6).join(' ')} ended with ${status ?? signal}`;
        reject(new Error(`${how}:\n${said.stdout.slice(-2_000)}${said.stderr.slice(-4_000)}`));
      }
    });
  });
}
