import { vi } from 'vitest';

import type { Run } from './resilience.ts';

/**
 * Calls the command line within the test, for what needs no process of its own. The repository is that of the
 * variable RESILIENCE_REPOSITORY at the first call of a file.
 */
export async function call(words: readonly string[]): Promise<Run> {
  const { run } = await import('../src/program.ts');
  const [stdout, stderr] = [written(process.stdout), written(process.stderr)];
  try {
    return { status: await run(words), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
  }
}

/** Keeps what is written from being printed. */
function written(stream: NodeJS.WriteStream) {
  const parts: string[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation((part) => {
    parts.push(String(part));
    return true;
  });
  return { text: () => parts.join(''), restore: () => spy.mockRestore() };
}
