import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { Refusal } from '../refusal.ts';

/** The program that operators have could not do it. */
export class AwsFailed extends Refusal {
  /** What the program wrote to its standard error. */
  readonly said: string;

  constructor(message: string, options: { readonly said: string; readonly cause: unknown }) {
    super(message, { cause: options.cause });
    this.said = options.said;
  }
}

const run = promisify(execFile);
const limit = 64 * 1024 ** 2;

/**
 * Runs the AWS command line, with the rights of who calls.
 *
 * @param timeout milliseconds until the program is ended; 0 waits for as long as it runs
 * @throws {AwsFailed} with what the program said, or that it is not there
 */
export async function aws(words: readonly string[], timeout = 0): Promise<Buffer> {
  try {
    const { stdout } = await run('aws', words, { encoding: 'buffer', maxBuffer: limit, timeout });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new AwsFailed(explain(error, { words, said }), { said, cause: error });
  }
}

/** What is read of the answers of AWS. */
export interface Answer {
  readonly Contents?: readonly {
    readonly Key: string;
    /** Such as `2026-11-01T07:10:00+00:00`. */
    readonly LastModified?: string;
  }[];
  readonly CommonPrefixes?: readonly { readonly Prefix: string }[];
  readonly SecretString?: string;
}

/** As {@link aws}, for what is printed as JSON; for an empty list nothing is printed at all. */
export async function awsJson(words: readonly string[], timeout = 0): Promise<Answer> {
  const printed = (await aws([...words, '--output', 'json'], timeout)).toString();
  const answer: Answer = printed.trim() === '' ? {} : JSON.parse(printed);
  return answer;
}

function explain(error: unknown, { words, said }: { words: readonly string[]; said: string }) {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') {
    return 'the program aws is not there: install the AWS command line, or pass a folder by --from';
  }
  if ('killed' in error && error.killed === true) {
    return `aws ${words.slice(0, 2).join(' ')}: did not answer in time; does the network reach AWS?`;
  }
  return `aws ${words.slice(0, 2).join(' ')}: ${said === '' ? error.message : said}`;
}
