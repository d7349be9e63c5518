import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';

const folder = 'environments/production/rendered/terraform/access';

/**
 * Plans and applies by the scripts of the workflows and the real Terraform, a stack of which the state is on the disk.
 *
 * @throws where a plan is applied twice, or what the scripts say of that is not what Terraform does
 */
export function planAndApply(): string {
  const checkout = mkdtempSync(join(tmpdir(), 'resilience-plans-'));
  try {
    commitStack(checkout, 'one');
    expectEnd(script(checkout, 'plan.sh'), 0, 'production access: changed');
    expectEnd(script(checkout, 'apply.sh'), 0, 'Apply complete!');
    expectEnd(script(checkout, 'apply.sh'), 1, 'The state of access has changed since its plan');
    expectEnd(script(checkout, 'plan.sh'), 0, 'production access: unchanged');
    commitStack(checkout, 'two');
    expectEnd(script(checkout, 'plan.sh'), 0, 'production access: changed');
    commitStack(checkout, 'three');
    expectEnd(script(checkout, 'apply.sh'), 1, 'The plan of access is of another commit');
    return 'once, of its commit, on its state';
  } finally {
    rmSync(checkout, { recursive: true });
  }
}

function commitStack(checkout: string, input: string): void {
  mkdirSync(join(checkout, folder), { recursive: true });
  const resource = { terraform_data: { stack: { input } } };
  writeFileSync(join(checkout, folder, 'main.tf.json'), JSON.stringify({ resource }));
  const git = (...words: string[]) => execFileSync('git', words, { cwd: checkout });
  git('init', '--quiet');
  git('add', '*.tf.json');
  const identity = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.invalid'];
  git(...identity, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', input);
}

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

function script(checkout: string, name: string): Ran {
  // A machine may name a configuration file that is not there, and credentials that are real.
  const { TF_CLI_CONFIG_FILE: _file, AWS_PROFILE: _profile, ...env } = process.env;
  const stacks = [{ stack: 'access', folder, person: false }];
  const { status, stdout, stderr, error } = spawnSync(
    join(programRoot, '.github/scripts', name),
    [join(checkout, 'plans')],
    {
      cwd: checkout,
      env: { ...env, ENVIRONMENT: 'production', STACKS: JSON.stringify(stacks) },
      encoding: 'utf8',
    },
  );
  if (error) throw error;
  return { status, output: `${stdout}${stderr}` };
}

function expectEnd({ status, output }: Ran, expected: number, text: string): void {
  if (status !== expected || !output.includes(text))
    throw new Error(`expected ${expected} and "${text}", received ${status} and\n${output}`);
}
