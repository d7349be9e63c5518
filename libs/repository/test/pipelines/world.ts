import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { afterAll } from 'vitest';

import { type Forge, startForge } from './forge.ts';
import { pipelines, scripts } from './read-pipelines.ts';

/** What stands between `${{` and `}}`, and its value. */
export type Context = Readonly<Record<string, string>>;

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

const stacks = ['bootstrap', 'access'].map((stack) => ({
  stack,
  folder: `environments/production/rendered/terraform/${stack}`,
  person: stack === 'bootstrap',
}));
export const production = {
  environment: 'production',
  region: 'us-east-1',
  planRole: 'arn:aws:iam::444455556666:role/harbour-production-ci-plan',
  applyRole: 'arn:aws:iam::444455556666:role/harbour-production-ci-apply',
  measures: true,
  stacks,
};

/** A runner with a checkout of a repository, programs that record their calls, and a forge. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'resilience-pipelines-'));
  readonly checkout = join(this.folder, 'checkout');
  readonly forge: Forge;

  static async make(): Promise<World> {
    return new World(await startForge());
  }

  private constructor(forge: Forge) {
    this.forge = forge;
    cpSync(template(), this.folder, { recursive: true });
    this.write('stacks.json', JSON.stringify({ result: { environments: [production] } }));
    this.diagnose([{ subject: 'drift', state: 'ok', found: 'none in 40 objects' }]);
    this.write('comparison.md', '<!-- resilience-diff -->\nnothing is weaker\n');
  }

  /** @param path from the folder of the world, whose files the programs look at */
  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** What is found in the cluster, in the group Velero. */
  diagnose(checks: readonly object[]): void {
    const groups = [{ group: 'Velero', checks }];
    this.write('diagnosis.json', JSON.stringify({ result: { groups } }));
  }

  read(path: string): string {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  git(...words: string[]): string {
    return git(this.checkout, ...words);
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  /** The calls of programs since they were last asked for. */
  calls(): string[] {
    const calls = this.read('calls').replaceAll(this.folder, '').split('\n').slice(0, -1);
    rmSync(join(this.folder, 'calls'), { force: true });
    return calls;
  }

  /** Runs the script of a step as a runner does: with its environment, and nothing put into its text. */
  step(name: string, context: Context = {}): Promise<Ran> {
    const found = scripts.get(name);
    if (!found) throw new Error(`there is no ${name} among ${[...scripts.keys()].join(', ')}`);
    const { place, step } = found;
    const declared = { ...pipelines.get(place.file)?.env, ...place.job.env, ...step.env };
    const known: Context = { ...this.#context(), ...context };
    const env = Object.fromEntries(
      Object.entries(declared).map(([key, value]) => [key, evaluated(value, known)]),
    );
    return this.run(['bash', '--noprofile', '--norc', '-eo', 'pipefail'], step.run ?? '', env);
  }

  close(): void {
    this.forge.close();
    rmSync(this.folder, { recursive: true });
  }

  #context(): Context {
    return {
      "github.event.pull_request.base.sha || format('origin/{0}', github.event.repository.default_branch)":
        this.git('rev-parse', 'HEAD'),
      'github.event.pull_request.number': '7',
      'github.event.repository.default_branch': 'main',
      'github.head_ref': 'renovate/velero',
      'github.token': 'a-token',
      'matrix.environment': 'production',
      'toJSON(matrix.stacks)': JSON.stringify(stacks),
      'needs.list.outputs.environments': JSON.stringify([production]),
    };
  }

  /** Runs a script in the checkout, by a shell. */
  run(
    [shell = '', ...options]: readonly string[],
    script: string,
    declared: Readonly<Record<string, string>>,
  ): Promise<Ran> {
    const env = {
      PATH: `${join(import.meta.dirname, 'programs')}:${process.env['PATH']}`,
      HOME: this.folder,
      WORLD: this.folder,
      GITHUB_API_URL: this.forge.url,
      GITHUB_SERVER_URL: 'https://forge.example',
      GITHUB_REPOSITORY: 'acme/resilience',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_RUN_ID: '42',
      GITHUB_OUTPUT: join(this.folder, 'output'),
      GITHUB_STEP_SUMMARY: join(this.folder, 'summary'),
      ...declared,
    };
    return new Promise((resolve, reject) => {
      const child = spawn(shell, [...options, '-c', script], { cwd: this.checkout, env });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
      child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, output }));
    });
  }
}

const evaluated = (value: string, context: Context): string =>
  value.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
    const found = context[expression];
    if (found === undefined) throw new Error(`the value of ${expression} is not known`);
    return found;
  });

const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync(
    'git',
    [
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.invalid',
      '-c',
      'commit.gpgsign=false',
      ...words,
    ],
    { cwd: folder, encoding: 'utf8' },
  ).trim();

let made: string | undefined;
afterAll(() => {
  if (made !== undefined) rmSync(made, { recursive: true });
});

/** A checkout and its origin, made once for all worlds of a process, which copy it. */
function template(): string {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), 'resilience-template-'));
  const checkout = join(folder, 'checkout');
  cpSync(join(programRoot, '.github'), join(checkout, '.github'), { recursive: true });
  for (const stack of stacks) {
    mkdirSync(join(checkout, stack.folder), { recursive: true });
    writeFileSync(join(checkout, stack.folder, 'main.tf.json'), '{}');
  }
  mkdirSync(join(checkout, 'docs/reference'), { recursive: true });
  writeFileSync(join(checkout, 'docs/reference/aws.md'), 'aws');
  writeFileSync(join(checkout, '.terraform-version'), '1.11.4');
  git(folder, 'init', '--quiet', '--bare', '--template=', 'origin.git');
  git(checkout, 'init', '--quiet', '--template=', '--initial-branch', 'main');
  git(checkout, 'add', '--all');
  git(checkout, 'commit', '--quiet', '--message', 'first');
  git(checkout, 'remote', 'add', 'origin', '../origin.git');
  git(checkout, 'push', '--quiet', 'origin', 'main');
  return (made = folder);
}
