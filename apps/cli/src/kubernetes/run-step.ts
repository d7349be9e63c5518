import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { veleroServiceAccount } from '@resilience/config/names';
import { replaceFile } from '@resilience/render/replace-file';
import { inScratchFolder } from '@resilience/render/scratch-folder';
import { script } from '@resilience/workflows/script';

import { Refusal } from '../refusal.ts';
import { type Kubectl, requestTimeout } from './kubectl.ts';

interface Step {
  /** A script of the workflows. */
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** A file that it finds by the variable of that name. */
  readonly file?: { readonly variable: string; readonly content: object };
  /** Fetches what the step reads of the bucket, by its address there; nothing where it reads none. */
  readonly fetch?: (address: string) => Promise<Uint8Array>;
  /** The file of its results that is wanted. */
  readonly output: string;
}

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
  /** Undefined where it did not come to leave it. */
  readonly output: string | undefined;
}

const beforeStep = readFileSync(join(import.meta.dirname, '../../scripts/before-step.sh'), 'utf8');

/**
 * Runs a step of the workflows on this machine, by the very script that they run: what is told here
 * is what will be done there. It needs sh, jq and kubectl.
 *
 * @throws {Refusal} where one of them is missing
 */
export const runStep = (
  kubectl: Kubectl,
  { name, env, file, fetch, output }: Step,
): Promise<Ended> =>
  inScratchFolder(async (folder) => {
    const handed = join(folder, 'handed');
    const ended = await inShell(`${beforeStep}${script(name)}`, {
      input: file?.content,
      answer: answering(fetch, join(folder, 'fetched')),
      env: {
        CONTEXT: kubectl.context ?? '',
        REQUEST_TIMEOUT: requestTimeout,
        HANDED: handed,
        VELERO: veleroServiceAccount.namespace,
        OUTPUTS: folder,
        ...env,
        ...(file && { [file.variable]: handed }),
      },
    });
    if (ended.status === 127) throw new Refusal(ended.stderr.trim());
    return { ...ended, output: contentOf(join(folder, output)) };
  });

const contentOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;

/** Leaves what was fetched in a file, and says so in a line; the line is the reason where it cannot be had. */
const answering =
  (fetch: Step['fetch'], file: string) =>
  async (address: string): Promise<string> => {
    if (!fetch) return `nothing is read from ${address} here`;
    try {
      replaceFile(file, await fetch(address));
      return `file ${file}`;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  };

/** What is piped to a child is a socket, either way; the published type does not say so. */
const isPipe = (stream: unknown): stream is Socket => stream instanceof Socket;

interface Shell {
  readonly input: object | undefined;
  readonly answer: (address: string) => Promise<string>;
  readonly env: Readonly<Record<string, string>>;
}

async function inShell(
  source: string,
  { input, answer, env }: Shell,
): Promise<{ status: number | null; stderr: string }> {
  const child = spawn('sh', ['-c', source], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [stdin, , stderrOf, asked, answers] = child.stdio;
  if (!isPipe(stdin) || !isPipe(stderrOf) || !isPipe(asked) || !isPipe(answers)) {
    throw new TypeError('a shell was started without its pipes');
  }
  const answered = answerLines(asked, answers, answer);
  stdin.on('error', () => undefined);
  stdin.end(input === undefined ? '' : JSON.stringify(input));
  const status = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(new Refusal(`sh does not start: ${error.message}`)));
    child.once('close', resolve);
  });
  const [ended, stderr] = await Promise.all([status, text(stderrOf), answered]);
  return { status: ended, stderr };
}

/** Answers one line at a time, until there are no more. */
async function answerLines(asked: Readable, answers: Writable, answer: Shell['answer']) {
  answers.on('error', () => undefined);
  for await (const line of createInterface({ input: asked }))
    answers.write(`${await answer(line)}\n`);
  answers.end();
}
