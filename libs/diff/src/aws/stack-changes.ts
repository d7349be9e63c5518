import type { Revision } from '../revision.ts';
import { textIn } from '../inside.ts';
import { lostWith } from './loudness.ts';
import { stackOf } from './resource-changes.ts';

/** What becomes of a stack as a whole. */
export interface StackChange {
  readonly stack: string;
  /** `left`: its files are gone, and what it made stays in AWS. `moved`: Terraform keeps its state elsewhere. */
  readonly change: 'new' | 'left' | 'moved';
  /** How many resources it has, or had. */
  readonly resources: number;
  /** Whether buckets, keys or passwords are among those that it had. */
  readonly holdsData: boolean;
  /** Where it was and is, such as `111122223333/us-east-1`; undefined where it is not. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Stack {
  readonly place: string;
  /** Where Terraform looks for what it made. */
  readonly state: string;
  readonly types: readonly string[];
}

/** The stacks that come, go, or are applied elsewhere: Terraform then knows nothing of what they made before. */
export function stackChanges(
  before: Revision | undefined,
  after: Revision | undefined,
): StackChange[] {
  const [was, is] = [stacksOf(before), stacksOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((stack) => {
    const [old, now] = [was.get(stack), is.get(stack)];
    if (old?.place === now?.place && old?.state === now?.state) return [];
    return [
      {
        stack,
        change: !old ? 'new' : !now ? 'left' : 'moved',
        resources: (now ?? old)?.types.length ?? 0,
        holdsData: old?.types.some((type) => lostWith(type) !== undefined) ?? false,
        before: old?.place,
        after: now?.place,
      },
    ];
  });
}

function stacksOf(revision: Revision | undefined): Map<string, Stack> {
  const stacks = new Map<string, Stack>();
  for (const provider of revision?.rendered.of('provider') ?? []) {
    const stack = stackOf(provider);
    if (stacks.has(stack)) continue;
    const account = textIn(provider.value, 'allowed_account_ids', 0);
    const made = (revision?.rendered.objects ?? []).filter(
      (one) => one.kind.startsWith('aws_') && stackOf(one) === stack,
    );
    stacks.set(stack, {
      place: `${account}/${textIn(provider.value, 'region')}`,
      state: revision?.states.get(stack) ?? '',
      types: made.map(({ kind }) => kind),
    });
  }
  return stacks;
}
