import { expect, onTestFinished, test } from 'vitest';

import { type Context, World } from './world.ts';

const compare = 'pull-request.yml compare: What changes, by its meaning';
const plan = 'pull-request.yml plan: Plan';
const commentOnChanges = 'pull-request.yml comment: Comment on what changes';
const commentOnPlans = 'pull-request.yml comment: Comment on plans';

async function aWorld(): Promise<World> {
  const world = await World.make();
  onTestFinished(() => world.close());
  return world;
}

/** The steps that a push to a pull request of this repository starts. */
async function push(world: World, context: Context = {}): Promise<void> {
  for (const name of [compare, plan, commentOnChanges, commentOnPlans]) {
    if (name === commentOnChanges)
      world.write('checkout/comparison.md', world.read('comparison.md'));
    const { status, output } = await world.step(name, context);
    if (status !== 0) throw new Error(`${name}: ${output}`);
  }
}

test('the first push makes a comment of what changes, and one of the plans', async () => {
  const world = await aWorld();
  world.write('plan-access.status', '2');
  await push(world);
  expect(world.forge.comments.map(({ body }) => body)).toEqual([
    '<!-- resilience-diff -->\nnothing is weaker\n',
    `<!-- resilience-plan -->
## Plans of Terraform

| environment | stack | plan | applied by |
| --- | --- | --- | --- |
| production | bootstrap | no change | a person |
| production | access | 1 to add, 0 to change, 0 to destroy. | a pipeline |

<details><summary>production: access</summary>

\`\`\`
Plan: 1 to add, 0 to change, 0 to destroy.
\`\`\`

</details>
`,
  ]);
  expect(world.forge.tokens).toEqual(new Set(['Bearer a-token']));
});

test('the next push brings the same comments up to date', async () => {
  const world = await aWorld();
  await push(world);
  world.write('comparison.md', '<!-- resilience-diff -->\nthe RPO of orders is weaker\n');
  world.write('diff.status', '1');
  await push(world);
  expect(world.forge.comments).toHaveLength(2);
  expect(world.forge.comments[0]?.body).toContain('the RPO of orders is weaker');
  expect(world.forge.written).toEqual([
    'POST issues/7/comments',
    'POST issues/7/comments',
    'PATCH issues/comments/100',
    'PATCH issues/comments/101',
  ]);
});

test('the comment is found among hundreds, and what a person wrote is left alone', async () => {
  const world = await aWorld();
  const marker = '<!-- resilience-diff -->\n';
  const of = (login: string, id: number) => ({ id, user: { login }, body: `${marker}of ${login}` });
  const persons = Array.from({ length: 230 }, (_, id) => of('mallory', id));
  world.forge.comments.push(...persons, of('github-actions[bot]', 999));
  world.write('checkout/comparison.md', `${marker}new\n`);
  await world.step(commentOnChanges);
  expect(world.forge.written).toEqual(['PATCH issues/comments/999']);
});

test('a comparison that could not be made is no comment', async () => {
  const world = await aWorld();
  world.write('diff.status', '2');
  expect((await world.step(compare)).status).toBe(1);
  world.write('checkout/comparison.md', 'Error: no such revision\n');
  expect(await world.step(commentOnChanges)).toMatchObject({
    status: 2,
    output: expect.stringContaining('begins with no marker'),
  });
  expect(world.forge.written).toEqual([]);
});

test('what is too long for a comment is cut, closed, and led on from', async () => {
  const world = await aWorld();
  world.write('plan-access.status', '2');
  world.write('show-access.txt', '  + name = "ä"\n'.repeat(9000));
  await push(world);
  const body = world.forge.comments[1]?.body ?? '';
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body.split('\n').slice(-6)).toEqual([
    '  + name = "ä"',
    '```',
    '</details>',
    '',
    'The rest is left out here: [the whole is an artefact of the run](https://forge.example/acme/resilience/actions/runs/42#artifacts).',
    '',
  ]);
});

test('a plan cannot leave the block that it stands in', async () => {
  const world = await aWorld();
  world.write('plan-access.status', '2');
  world.write('show-access.txt', '````\n</details> @team <!-- resilience-diff -->\n```\n');
  await push(world);
  expect(world.forge.comments[1]?.body).toContain(
    '\n`````\n````\n</details> @team <!-- resilience-diff -->\n```\n`````\n',
  );
});

test('the plans of all environments are in one comment', async () => {
  const world = await aWorld();
  await world.step(plan);
  await world.step(plan, { 'matrix.environment': 'staging' });
  await world.step(commentOnPlans);
  const rows = world.forge.comments[0]?.body?.match(/^\| (production|staging) .*$/gm);
  expect(rows).toEqual([
    '| production | bootstrap | no change | a person |',
    '| production | access | no change | a pipeline |',
    '| staging | bootstrap | no change | a person |',
    '| staging | access | no change | a pipeline |',
  ]);
});

test('a failed plan is shown, and what waits for it', async () => {
  const world = await aWorld();
  world.write('plan-bootstrap.status', '1');
  world.write('plan-bootstrap.log', 'Error: no credentials\n');
  expect((await world.step(plan)).status).toBe(1);
  await world.step(commentOnPlans);
  const body = world.forge.comments[0]?.body;
  expect(body).toContain('| production | bootstrap | **failed** | a person |');
  expect(body).toContain('| production | access | waits for the stacks before it | a pipeline |');
  expect(body).toContain('Error: no credentials');
});

const hostile = '$(touch pwned)`touch pwned`\n"; touch pwned #\' @team --> <!-- ${IFS}';

test.each([compare, plan, commentOnPlans, 'rendering.yml commit: Commit what was rendered'])(
  'a hostile name is no command in %s',
  async (name) => {
    const world = await aWorld();
    world.write('checkout/rendered.patch', '');
    const base =
      "github.event.pull_request.base.sha || format('origin/{0}', github.event.repository.default_branch)";
    await world.step(name, {
      [base]: hostile,
      'github.head_ref': hostile,
      'github.event.pull_request.number': hostile,
      'matrix.environment': hostile,
    });
    expect(world.read('checkout/pwned')).toBe('');
    expect(world.git('status', '--porcelain', '--', 'pwned')).toBe('');
    expect(world.forge.written).toEqual([]);
  },
);

test('a hostile title of what changes stays text', async () => {
  const world = await aWorld();
  const text = `<!-- resilience-diff -->\n${hostile}\n`;
  world.write('checkout/comparison.md', text);
  await world.step(commentOnChanges);
  expect(world.forge.comments[0]?.body).toBe(text);
});
