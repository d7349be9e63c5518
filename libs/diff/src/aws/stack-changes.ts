import type { Rendered } from '@resilience/policy/rendered';

import { textIn } from '../inside.ts';
import { stackOf } from './resource-changes.ts';

/** What becomes of a stack as a whole. */
export interface StackChange {
  readonly stack: string;
  /** `left`: its files are gone, and what it made stays in AWS. `moved`: to another account or region. */
  readonly change: 'new' | 'left' | 'moved';
  /** How many resources it has, or had. */
  readonly resources: number;
  /** Where it was and is, such as `111122223333/us-east-1`; undefined where it is not. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Stack {
  readonly place: string;
  readonly resources: number;
}

/** The stacks that come, go, or are applied elsewhere: Terraform then knows nothing of what they made before. */
export function stackChanges(
  before: Rendered | undefined,
  after: Rendered | undefined,
): StackChange[] {
  const [was, is] = [stacksOf(before), stacksOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((stack) => {
    const [old, now] = [was.get(stack), is.get(stack)];
    if (old?.place === now?.place) return [];
    const change = !old ? 'new' : !now ? 'left' : 'moved';
    const resources = (now ?? old)?.resources ?? 0;
    return [{ stack, change, resources, before: old?.place, after: now?.place }];
  });
}

function stacksOf(rendered: Rendered | undefined): Map<string, Stack> {
  const stacks = new Map<string, Stack>();
  for (const provider of rendered?.of('provider') ?? []) {
    const stack = stackOf(provider);
    if (stacks.has(stack)) continue;
    const account = textIn(provider.value, 'allowed_account_ids', 0);
    const place = `${account}/${textIn(provider.value, 'region')}`;
    const made = (rendered?.objects ?? []).filter(
      (one) => one.kind.startsWith('aws_') && stackOf(one) === stack,
    );
    stacks.set(stack, { place, resources: made.length });
  }
  return stacks;
}
