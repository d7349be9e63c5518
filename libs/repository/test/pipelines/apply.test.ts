import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { production, World } from './world.ts';

const plan = 'apply.yml plan: Plan';
const approvals = 'apply.yml approvals: Which environments change, and who approves';
const apply = 'apply.yml apply: Apply what was approved';

/** A world in which the stack access has a plan that changes something. */
async function planned(): Promise<World> {
  const world = await World.make();
  onTestFinished(() => world.close());
  world.write('plan-access.status', '2');
  world.forge.protection.set('production', ['wait_timer', 'required_reviewers']);
  const { status, output } = await world.step(plan);
  if (status !== 0) throw new Error(output);
  world.calls();
  return world;
}

const applying = (world: World) => world.calls().filter((call) => call.includes(' apply '));

test('the plan that was approved is applied, that file and no other', async () => {
  const world = await planned();
  expect((await world.step(apply)).status).toBe(0);
  expect(applying(world)).toEqual([
    'terraform -chdir=environments/production/rendered/terraform/access apply -input=false -no-color -lock-timeout=5m /checkout/plans/plan-production/02-access.tfplan',
  ]);
});

test('the environments that change wait for approval; others are not asked about', async () => {
  const world = await planned();
  const { status } = await world.step(approvals);
  expect([status, world.read('output')]).toEqual([
    0,
    `environments=${JSON.stringify([production])}\n`,
  ]);
  const unchanged = await World.make();
  onTestFinished(() => unchanged.close());
  await unchanged.step(plan);
  await unchanged.step(approvals);
  expect(unchanged.read('output')).toBe('environments=[]\n');
});

test.each([
  ['is not there', undefined],
  ['has no reviewers', ['branch_policy']],
])('nothing is applied where the environment %s', async (_, rules) => {
  const world = await planned();
  world.forge.protection.clear();
  if (rules) world.forge.protection.set('production', rules);
  expect(await world.step(approvals)).toMatchObject({
    status: 1,
    output: expect.stringContaining('make the environment production with required reviewers'),
  });
});

test('a newer commit does not take the plan', async () => {
  const world = await planned();
  world.commit('newer');
  expect(await world.step(apply)).toMatchObject({
    status: 1,
    output: expect.stringContaining('is of another commit: run the workflow again'),
  });
  expect(applying(world)).toEqual([]);
});

test.each([
  ['environment', 'staging', 'is of another environment'],
  ['tree', 'f'.repeat(40), 'is of other files'],
  ['digest', 'f'.repeat(64), 'is not the file that was planned'],
])('a plan whose %s differs is refused before anything is applied', async (key, value, message) => {
  const world = await planned();
  edit(world, (written) => ({ ...written, [key]: value }));
  expect(await world.step(apply)).toMatchObject({
    status: 1,
    output: expect.stringContaining(message),
  });
  expect(applying(world)).toEqual([]);
});

test('a stale plan is refused, with what to do', async () => {
  const world = await planned();
  world.write('apply-access.log', 'Error: Saved plan is stale\n');
  expect(await world.step(apply)).toMatchObject({
    status: 1,
    output: expect.stringContaining(
      '::error::The state of access has changed since its plan was made, and nothing of it was applied: run the workflow again, and approve the new plan.',
    ),
  });
});

test('an apply that breaks off is an error, and nothing goes on after it', async () => {
  const world = await planned();
  world.write('apply-access.log', 'Error: AccessDenied\n');
  expect(await world.step(apply)).toMatchObject({
    status: 1,
    output: expect.stringContaining('access was not applied in full'),
  });
});

test('the roles of pipelines are left to a person', async () => {
  const world = await planned();
  world.write('plan-access.status', '0');
  world.write('plan-bootstrap.status', '2');
  await world.step(plan);
  world.calls();
  expect(await world.step(apply)).toMatchObject({
    status: 0,
    output: expect.stringContaining('::warning::bootstrap holds the roles of pipelines'),
  });
  expect(applying(world)).toEqual([]);
});

test('what could not be planned yet is planned by the next run, and the run says so', async () => {
  const world = await planned();
  edit(world, (written) => ({ ...written, outcome: 'waiting' }));
  expect(await world.step(apply)).toMatchObject({
    status: 1,
    output: expect.stringContaining('run the workflow again, and approve its plan'),
  });
});

test('only checked providers are taken where a lock file is committed', async () => {
  const world = await planned();
  const folder = 'environments/production/rendered/terraform/access';
  world.write(`checkout/${folder}/.terraform.lock.hcl`, '');
  world.commit('lock');
  await world.step(plan);
  expect(world.calls()).toContain(
    `terraform -chdir=${folder} init -input=false -no-color -lockfile=readonly`,
  );
});

function edit(world: World, change: (written: object) => object): void {
  const file = join(world.checkout, 'plans/plan-production/02-access.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as object)));
}
