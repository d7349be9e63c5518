import { environments, format, toggle } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import { type Diff, type DiffFlags, formats } from '../diff/diff-flags.ts';

export const diff = verb<DiffFlags, Diff>({
  summary: 'show what a change means, before it is merged: what is weaker comes first',
  arguments: [
    {
      name: 'base',
      text: 'compare with this revision of git (default: the branch point from the default branch)',
      optional: true,
    },
  ],
  flags: {
    env: environments,
    format: format(formats),
    failOnWeaker: toggle('exit with 1 when a protection is weaker'),
  },
  examples: [
    'diff',
    'diff v0.2.0 --env production',
    'diff origin/main --format markdown > comment.md',
  ],
  notes:
    'The files as they are on the disk are compared, committed or not. --format json is the same as --json.',
  result: {
    base: 'the revision that is compared with: its `name` and `commit`',
    notices: 'what the comparison does without, and why',
    organisation: 'how environments/policy.ts changes, as `statements` of an environment',
    environments:
      'each `environment`, and whether it is `added`, `removed` or `changed`: its `statements` (`kind`, `direction`, `text`, `places`), `stacks`, `aws`, `cluster`, `proofs` (seconds), `cost` (US dollars in the months 1, 12 and 24), `findings`, `drills`, `alerts`, and the `steps` on merge',
    unchanged: 'the environments of which nothing differs',
  },
  run: async (flags, { words: [base] }) => {
    const { diff: compare } = await import('../diff/diff.ts');
    return compare(base, flags);
  },
});
