import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

import { World } from './world.ts';

interface GitlabJob {
  readonly stage: string;
  readonly timeout?: string;
  readonly image?: unknown;
  readonly extends?: string;
  readonly id_tokens?: object;
  readonly rules?: readonly object[];
  readonly script: readonly string[];
}

const page = readFileSync(join(programRoot, 'docs/guides/gitlab-ci.md'), 'utf8');
const [, text = ''] = /```yaml\n(# \.gitlab-ci\.yml\n[^]*?)```/.exec(page) ?? [];
const pipeline = parse(text) as Readonly<Record<string, GitlabJob>>;
const jobs = ['prove', 'plan', 'apply', 'drift'];

const job = (name: string): GitlabJob => {
  const found = pipeline[name];
  if (!found) throw new Error(`there is no job ${name}`);
  return found;
};

async function aWorld(): Promise<World> {
  const world = await World.make();
  onTestFinished(() => world.close());
  world.write('checkout/stacks.json', world.read('stacks.json'));
  return world;
}

/** A runner puts the lines of a script one behind the other, for the shell that the image begins with. */
const run = (world: World, name: string) =>
  world.run(['sh', '-e'], job(name).script.join('\n'), {
    ENVIRONMENT: 'production',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: 'BASE',
  });

test('each job ends by itself, in an image that is pinned by its release', () => {
  expect(jobs.filter((name) => job(name).timeout === undefined)).toEqual([]);
  expect(text.match(/(?:image|name): (\S+)$/gm)).toEqual([
    'name: docker.io/hashicorp/terraform:1.11.4',
    'image: docker.io/library/node:24',
    'image: docker.io/library/node:24',
  ]);
  expect(readFileSync(join(programRoot, '.terraform-version'), 'utf8')).toBe('1.11.4\n');
});

test('only jobs that call AWS get a token, and it is for AWS alone', () => {
  expect(jobs.filter((name) => job(name).extends === '.aws')).toEqual(['plan', 'apply']);
  expect(job('.aws').id_tokens).toEqual({ AWS_TOKEN: { aud: '$CI_SERVER_URL' } });
});

test('a person starts an apply, on the branch that is applied from', () => {
  expect(job('apply').rules).toEqual([
    {
      if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE != 'schedule'",
      when: 'manual',
    },
  ]);
});

test('what is merged is proved, planned, and applied as it was planned', async () => {
  const world = await aWorld();
  world.write('plan-access.status', '2');
  const ran = [];
  for (const name of ['prove', 'plan', 'apply']) ran.push(await run(world, name));
  expect(ran.map(({ status, output }) => (status === 0 ? 0 : output))).toEqual([0, 0, 0]);
  const chdir = 'terraform -chdir=environments/production/rendered/terraform';
  expect(world.calls()).toEqual([
    'npm ci --cache .npm --prefer-offline',
    'npm run --silent resilience -- stacks --json',
    'npm run --silent resilience -- diff BASE --format markdown',
    'npm run --silent resilience -- render --check',
    'npm run --silent resilience -- check --format junit',
    `${chdir}/bootstrap init -input=false -no-color`,
    expect.stringContaining(`${chdir}/bootstrap plan -lock=false`),
    `${chdir}/access init -input=false -no-color`,
    expect.stringContaining(`${chdir}/access plan -lock=false`),
    expect.stringContaining(`${chdir}/access show -no-color`),
    `${chdir}/access init -input=false -no-color`,
    expect.stringContaining(`${chdir}/access apply -input=false`),
  ]);
});

test.each([
  ['0', 0],
  ['2', 1],
])('a night whose plan ends with %s ends with %i', async (status, expected) => {
  const world = await aWorld();
  world.write('plan-access.status', status);
  await run(world, 'plan');
  expect(await run(world, 'drift')).toMatchObject({ status: expected });
});
