import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { veleroServiceAccount } from '@resilience/config/names';
import { inScratchFolder } from '@resilience/render/scratch-folder';
import { script } from '@resilience/workflows/script';

import { Refusal } from '../refusal.ts';
import type { Kubectl } from './kubectl.ts';

interface Step {
  /** A script of the workflows. */
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** A file that it finds by the variable of that name. */
  readonly file?: { readonly variable: string; readonly content: object };
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
export const runStep = (kubectl: Kubectl, { name, env, file, output }: Step): Promise<Ended> =>
  inScratchFolder(async (folder) => {
    const handed = join(folder, 'handed');
    const ended = await inShell(`${beforeStep}${script(name)}`, file?.content, {
      CONTEXT: kubectl.context ?? '',
      HANDED: handed,
      VELERO: veleroServiceAccount.namespace,
      OUTPUTS: folder,
      ...env,
      ...(file && { [file.variable]: handed }),
    });
    if (ended.status === 127) throw new Refusal(ended.stderr.trim());
    return { ...ended, output: contentOf(join(folder, output)) };
  });

const contentOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;

async function inShell(
  source: string,
  input: object | undefined,
  env: Readonly<Record<string, string>>,
): Promise<{ status: number | null; stderr: string }> {
  const child = spawn('sh', ['-c', source], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input === undefined ? '' : JSON.stringify(input));
  const status = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(new Refusal(`sh does not start: ${error.message}`)));
    child.once('close', resolve);
  });
  const [ended, stderr] = await Promise.all([status, text(child.stderr)]);
  return { status: ended, stderr };
}
