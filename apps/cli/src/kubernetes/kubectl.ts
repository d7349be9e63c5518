import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { Refusal } from '../refusal.ts';

/** kubectl could not do it, for the reason that it says. */
class KubectlFailed extends Refusal {}

/** The cluster does not have what was asked for. */
export class NotFound extends KubectlFailed {}

/** The cluster that commands look at, by the program that operators have and are logged in with. */
export interface Kubectl {
  /** As it was asked for; undefined for the current one. */
  readonly context: string | undefined;
  /**
   * What kubectl prints.
   *
   * @param input an object to hand over, for `--filename -`
   * @throws {NotFound}, or another refusal with what kubectl says
   */
  readonly text: (words: readonly string[], input?: object) => Promise<string>;
  /** What it prints by `--output json`, or undefined where it prints nothing. */
  readonly json: <Result>(words: readonly string[], input?: object) => Promise<Result | undefined>;
}

export function kubectlOf(context: string | undefined): Kubectl {
  const text: Kubectl['text'] = (words, input) =>
    call([...words, ...(context === undefined ? [] : ['--context', context])], input);
  return {
    context,
    text,
    json: async (words, input) => {
      const printed = await text([...words, '--output', 'json'], input);
      return printed.trim() === '' ? undefined : JSON.parse(printed);
    },
  };
}

const run = promisify(execFile);
/** A cluster may have many objects. */
const limit = 256 * 1024 ** 2;

async function call(words: readonly string[], input: object | undefined): Promise<string> {
  const running = run('kubectl', words, { maxBuffer: limit });
  // It may end before it has read what it is handed; why, it says itself.
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(input === undefined ? '' : JSON.stringify(input));
  try {
    return (await running).stdout;
  } catch (error) {
    throw failureOf(error, words);
  }
}

function failureOf(error: unknown, words: readonly string[]): KubectlFailed {
  if (!(error instanceof Error)) return new KubectlFailed(String(error));
  if ('code' in error && error.code === 'ENOENT') {
    const message = 'the program kubectl is not there: install it, and log in to the cluster';
    return new KubectlFailed(message, { cause: error });
  }
  const said = 'stderr' in error ? String(error.stderr).trim() : '';
  const message = `kubectl ${words.slice(0, 2).join(' ')}: ${said === '' ? error.message : said}`;
  const Kind = said.includes('(NotFound)') ? NotFound : KubectlFailed;
  return new Kind(message, { cause: error });
}
