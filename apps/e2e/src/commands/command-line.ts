import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';

import { type Access, kubeconfigOf } from '../apiserver/kubeconfig-of.ts';
import { goProgram } from '../go-program.ts';
import { kubectl } from '../kubernetes/programs.ts';
import { renderedRoot } from '../rendered-root.ts';

/** How a command ended. */
interface Ran<Result> {
  readonly status: number;
  readonly result: Result;
}

export interface CommandLine {
  /** Of kubectl: the name of the cluster, too. */
  readonly context: string;
  /**
   * Runs a command of `resilience` for its object.
   *
   * @throws with what the command said, where it prints no object
   */
  readonly resilience: <Result>(words: readonly string[]) => Promise<Ran<Result>>;
  readonly kubectl: (words: readonly string[]) => Promise<string>;
  readonly remove: () => void;
}

/**
 * The command line of this checkout with a real kubectl, logged in to a cluster and nowhere else.
 *
 * @param context what the cluster and its context are called
 */
export function commandLineOf(access: Access, context: string): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-commands-'));
  mkdirSync(join(folder, 'bin'));
  symlinkSync(goProgram(kubectl), join(folder, 'bin/kubectl'));
  const config = join(folder, 'kubeconfig');
  const named = JSON.stringify(kubeconfigOf(access)).replaceAll('"e2e"', JSON.stringify(context));
  writeFileSync(config, named, { mode: 0o600 });
  const env = {
    ...loggedOut(process.env),
    KUBECONFIG: config,
    PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    RESILIENCE_REPOSITORY: renderedRoot,
  };
  const program = join(programRoot, 'apps/cli/bin/resilience.js');
  return {
    context,
    resilience: async (words) => {
      const { status, stdout, stderr } = await run(process.execPath, {
        words: [program, ...words, '--json'],
        env,
      });
      if (!stdout.startsWith('{'))
        throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`);
      return { status, result: JSON.parse(stdout).result };
    },
    kubectl: async (words) => {
      const { status, stdout, stderr } = await run('kubectl', { words, env });
      if (status !== 0)
        throw new Error(`kubectl ${words.join(' ')} ended with ${status}:\n${stderr}`);
      return stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Nobody asks AWS, or a server of Argo Workflows, from here. */
const loggedOut = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !/^(AWS|ARGO)_/.test(name))),
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
});

interface Call {
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (program: string, { words, env }: Call): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { env, maxBuffer: 256 * 1024 ** 2 };
    const child = execFile(program, words, options, (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? 2, stdout, stderr }),
    );
  });
