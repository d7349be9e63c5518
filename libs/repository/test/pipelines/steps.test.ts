import { some } from '@resilience/vitest/some';
import { expect, onTestFinished, test } from 'vitest';

import { actions, scripts } from './read-pipelines.ts';
import { production, World } from './world.ts';

const chdir = 'terraform -chdir=environments/production/rendered/terraform';
const planned = ['bootstrap', 'access'].flatMap((stack, index) => [
  `${chdir}/${stack} init -input=false -no-color`,
  `${chdir}/${stack} plan -lock=false -input=false -no-color -detailed-exitcode -out=/checkout/plans/plan-production/0${index + 1}-${stack}.tfplan`,
]);
const resilience = (words: string): string => `npm run --silent resilience -- ${words}`;
const list = [resilience('stacks --json')];

/** What each script calls where nothing is wrong and nothing differs. `BASE` is the commit that is compared with. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'pull-request.yml gate: Rendered files are fresh': [resilience('render --check')],
  'pull-request.yml gate: Policies hold': [resilience('check --format sarif')],
  'pull-request.yml gate: What is affected is sound': [
    'npx nx affected --targets=typecheck,lint,test --base=BASE --head=HEAD --output-style=static',
  ],
  'pull-request.yml gate: Format': ['npm run --silent format -- --check'],
  'pull-request.yml compare: What changes, by its meaning': [
    resilience('diff BASE --format markdown'),
    resilience('stacks --touched BASE --json'),
  ],
  'pull-request.yml plan: Plan': planned,
  'pull-request.yml comment: Comment on what changes': [],
  'pull-request.yml comment: Comment on plans': [],
  'apply.yml list: list': list,
  'apply.yml plan: Plan': planned,
  'apply.yml plan: Show the plans to who approves': [],
  'apply.yml approvals: Which environments change, and who approves': [],
  'apply.yml apply: Apply what was approved': [],
  'drift.yml list: list': list,
  'drift.yml plan: Plan': planned,
  'drift.yml cluster: Examine the cluster': [
    resilience('names --env production'),
    'aws eks update-kubeconfig --region us-east-1 --name harbour',
    resilience('doctor --env production --json'),
  ],
  'drift.yml issue: Keep the issue': [],
  'rendering.yml render: Render': [resilience('render --no-check')],
  'rendering.yml commit: Commit what was rendered': [],
  'evidence.yml list: list': list,
  'evidence.yml pull: Pull the reports': [resilience('evidence pull --env production')],
  'evidence.yml render: Render with what was measured': [resilience('render --no-check')],
  'evidence.yml propose: Propose what was measured': [],
};

test('every script of every workflow is run', () => {
  expect(Object.keys(expected).toSorted()).toEqual([...scripts.keys()].toSorted());
});

test('each ends well where nothing is wrong, and calls what it has to', async () => {
  const world = await World.make();
  onTestFinished(() => world.close());
  const base = world.git('rev-parse', 'HEAD');
  const called: Record<string, string[]> = {};
  const failed: string[] = [];
  for (const name of some(scripts.keys())) {
    // Each job has a checkout of its own, and what another one left as an artefact.
    world.git('reset', '--quiet', '--hard', base);
    world.write('checkout/comparison.md', world.read('comparison.md'));
    const { status, output } = await world.step(name);
    if (status !== 0) failed.push(`${name}: ${output}`);
    called[name] = world.calls().map((call) => call.replaceAll(base, 'BASE'));
  }
  expect(failed).toEqual([]);
  expect(called).toEqual(expected);
  expect(world.read('output').split('\n')).toContain(
    `environments=${JSON.stringify([production])}`,
  );
});

test('what actions of this repository run is one line, of programs alone', () => {
  const lines = [...actions.values()].flat().flatMap(({ run }) => run ?? []);
  expect(lines).toEqual([
    `printf 'version=%s\\n' "$(cat .terraform-version)" >>"$GITHUB_OUTPUT"`,
    'npm ci --no-audit --no-fund',
  ]);
});
