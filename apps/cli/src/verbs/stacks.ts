import { environments, optional } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import type { Stacks, StacksFlags } from '../stacks/stacks.ts';

export const stacks = verb<StacksFlags, Stacks>({
  summary: 'list the stacks of Terraform in the order to apply them, for pipelines',
  flags: {
    env: environments,
    touched: optional(
      '<revision>',
      'only stacks that differ from where the branch left this revision of Git',
    ),
  },
  examples: ['stacks', 'stacks --touched origin/main --json'],
  notes: `An environment whose backups another one mounts stands before it, as its keys are looked up. Persons apply the
stacks of bootstrap, which hold the roles of pipelines.`,
  result: {
    environments:
      'each `environment`, its `region`, the ARNs `planRole` and `applyRole` (null without `ci`), whether it `measures` drills, and its `stacks`: each `stack`, its `folder`, and whether it is applied by a `person`',
  },
  run: async (flags) => {
    const { stacks: list } = await import('../stacks/stacks.ts');
    return list(flags);
  },
});
