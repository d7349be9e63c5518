import { type ChildProcess, execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { Progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';

/** kubectl could not do it, for the reason that it says. */
class KubectlFailed extends Refusal {}

/** The cluster does not have what was asked for. */
export class NotFound extends KubectlFailed {}

/** The cluster does not know the kind of what was asked for: what defines it is not installed. */
export class UnknownKind extends KubectlFailed {}

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
/** Seconds in which the API server has to answer one request in full; kubectl itself waits for ever. */
const answerWithin = 30;
/** The flag of kubectl that says so. */
export const requestTimeout = `--request-timeout=${answerWithin}s`;

async function call(words: readonly string[], input: object | undefined): Promise<string> {
  const running = run('kubectl', [...words, requestTimeout], {
    maxBuffer: limit,
  });
  const { child } = running;
  // It may end before it has read what it is handed; why, it says itself.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input === undefined ? '' : JSON.stringify(input));
  const isUnanswered = endWhenUnanswered(child);
  const progress = new Progress(process.stderr);
  const shown = setTimeout(() => progress.show('waiting for the API server'), 1000);
  try {
    return (await running).stdout;
  } catch (error) {
    throw isUnanswered() ? silence(words, error) : failureOf(error, words);
  } finally {
    clearTimeout(shown);
    progress.clear();
  }
}

/**
 * Ends kubectl at the first request that was not answered in time: it would ask up to eight times.
 *
 * @returns whether that happened
 */
function endWhenUnanswered(child: ChildProcess): () => boolean {
  let said = '';
  child.stderr?.on('data', (chunk: unknown) => {
    said += String(chunk);
    if (unanswered.test(said)) child.kill();
  });
  return () => unanswered.test(said);
}

/**
 * As Go's HTTP client says it, of requests that were sent and of connections that were not made. The same words of
 * the API server itself are an answer, such as of a webhook that it waited for.
 */
const unanswered =
  /^(?!Error from server).*(TLS handshake timeout|Client\.Timeout exceeded|context deadline exceeded|i\/o timeout)/m;

const silence = (words: readonly string[], cause: unknown): KubectlFailed =>
  new KubectlFailed(
    `kubectl ${words.slice(0, 2).join(' ')}: the API server did not answer (a connection may take 10 s, an answer ${answerWithin} s); ` +
      'is the context right ("kubectl config current-context"), and does the network reach it?',
    { cause },
  );

/** Without what kubectl logs about each try before its last sentence. */
const lastWords = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => !/^[EWI]\d{4} /.test(line))
    .join('\n')
    .trim();

function failureOf(error: unknown, words: readonly string[]): KubectlFailed {
  if (!(error instanceof Error)) return new KubectlFailed(String(error));
  if ('code' in error && error.code === 'ENOENT') {
    const message = 'the program kubectl is not there: install it, and log in to the cluster';
    return new KubectlFailed(message, { cause: error });
  }
  const said = 'stderr' in error ? lastWords(String(error.stderr)) : '';
  const message = `kubectl ${words.slice(0, 2).join(' ')}: ${said === '' ? error.message : said}`;
  return new (kindOf(said))(message, { cause: error });
}

function kindOf(said: string): typeof KubectlFailed {
  if (said.includes('(NotFound)')) return NotFound;
  return said.includes("doesn't have a resource type") ? UnknownKind : KubectlFailed;
}
