import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { expect, onTestFinished, test } from 'vitest';

import { World } from './world.ts';

async function aWorld(): Promise<World> {
  const world = await World.make();
  onTestFinished(() => world.close());
  return world;
}

const plan = 'drift.yml plan: Plan';
const issue = 'drift.yml issue: Keep the issue';

const paused = (schedule: string) => ({
  subject: `Schedule/${schedule}`,
  state: 'wrong',
  found: 'is paused',
});

/** Runs the nightly comparison, whose artefacts the last job takes. */
async function night(world: World): Promise<void> {
  for (const name of [plan, 'drift.yml cluster: Examine the cluster', issue]) {
    if (name === issue) {
      world.write('checkout/artefacts/plan-production/00', '');
      await world.step(plan);
      for (const file of ['01-bootstrap.json', '02-access.json', '02-access.txt']) {
        const path = `plan-production/${file}`;
        const content = world.read(`checkout/plans/${path}`);
        if (content) world.write(`checkout/artefacts/${path}`, content);
      }
      const diagnosis = 'cluster-production/diagnosis.txt';
      world.write(`checkout/artefacts/${diagnosis}`, world.read(`checkout/clusters/${diagnosis}`));
    }
    const { status, output } = await world.step(name);
    if (status !== 0) throw new Error(`${name}: ${output}`);
  }
}

test('what differs is one issue: made, brought up to date, and closed', async () => {
  const world = await aWorld();
  world.write('plan-access.status', '2');
  world.diagnose([paused('daily')]);
  await night(world);
  world.diagnose([paused('weekly')]);
  await night(world);
  expect(world.forge.issues).toMatchObject([
    {
      title: 'AWS or a cluster is not what Git says',
      state: 'open',
      body: expect.stringMatching(
        /^<!-- resilience-drift -->\n## Plans of Terraform\n[^]*1 to add[^]*## Cluster of production\n\n {4}Schedule\/weekly: is paused\n$/,
      ),
    },
  ]);
  world.write('plan-access.status', '0');
  world.diagnose([{ ...paused('daily'), state: 'ok' }]);
  await night(world);
  expect(world.forge.issues).toMatchObject([{ state: 'closed' }]);
  expect(world.forge.written).toEqual(['POST issues', 'PATCH issues/10', 'PATCH issues/10']);
});

test('a night without a difference makes no issue', async () => {
  const world = await aWorld();
  await night(world);
  expect(world.forge.written).toEqual([]);
});

test('an environment that could not be planned is not well', async () => {
  const world = await aWorld();
  await world.step(issue);
  expect(world.forge.issues[0]?.body).toContain('production could not be planned');
});

test('a cluster that cannot be examined is not well', async () => {
  const world = await aWorld();
  world.diagnose([{ subject: 'kubectl', state: 'unknown', found: 'does not answer' }]);
  expect(await world.step('drift.yml cluster: Examine the cluster')).toMatchObject({
    status: 1,
    output: expect.stringContaining('The cluster of production cannot be examined'),
  });
});

const render = 'rendering.yml render: Render';
const commit = 'rendering.yml commit: Commit what was rendered';
const rendered = 'environments/production/rendered/kubernetes/velero.yaml';

test('an update is rendered, committed to its branch, and checked again', async () => {
  const world = await aWorld();
  world.write(`rendered/${rendered}`, 'image: v2\n');
  await world.step(render);
  world.git('reset', '--quiet', '--hard');
  expect((await world.step(commit)).status).toBe(0);
  expect(world.git('ls-remote', 'origin', 'renovate/velero')).not.toBe('');
  expect(world.git('show', '--format=%an <%ae>%n%s', '--name-only')).toBe(
    `github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\nrender what the update changes\n\n${rendered}`,
  );
  expect(world.forge.written).toEqual(['POST actions/workflows/pull-request.yml/dispatches']);
});

test('Renovate goes on with a branch that such a commit is on', () => {
  const renovate = readFileSync(join(programRoot, '.github/renovate.json'), 'utf8');
  expect(JSON.parse(renovate)).toMatchObject({
    gitIgnoredAuthors: ['41898282+github-actions[bot]@users.noreply.github.com'],
  });
});

test.each([
  '.github/workflows/evil.yml',
  'package.json',
  'environments/production/config.ts',
  'docs/reference',
])('code of an update cannot commit %s', async (path) => {
  const world = await aWorld();
  const before = world.git('rev-parse', 'HEAD');
  world.write(path === 'docs/reference' ? 'checkout/docs/other.md' : `checkout/${path}`, 'evil\n');
  world.git('add', '--all');
  world.write('checkout/rendered.patch', `${world.git('diff', '--cached', '--binary')}\n`);
  world.git('reset', '--quiet', '--hard');
  expect(await world.step(commit)).toMatchObject({
    status: 1,
    output: expect.stringContaining('changes more than what is rendered or measured'),
  });
  expect(world.git('rev-parse', 'HEAD')).toBe(before);
  expect(world.forge.written).toEqual([]);
});

const steps = ['pull: Pull the reports', 'render: Render with what was measured'];
const propose = 'evidence.yml propose: Propose what was measured';

/** Runs the weekly pull of reports. */
async function week(world: World): Promise<void> {
  for (const name of steps) await world.step(`evidence.yml ${name}`);
  world.git('reset', '--quiet', '--hard');
  const { status, output } = await world.step(propose);
  if (status !== 0) throw new Error(output);
}

test('what drills measured is one pull request, which the next week renews', async () => {
  const world = await aWorld();
  await week(world);
  expect(world.forge.pulls).toMatchObject([
    { title: 'take in what drills measured', head: 'resilience/evidence', base: 'main' },
  ]);
  world.git('reset', '--quiet', '--hard', 'origin/main');
  await week(world);
  expect(world.forge.pulls).toHaveLength(1);
});

test('nothing new is no pull request', async () => {
  const world = await aWorld();
  world.write('checkout/environments/production/measurements.json', '{}\n');
  world.commit('measured');
  await week(world);
  expect(world.forge.written).toEqual([]);
});
