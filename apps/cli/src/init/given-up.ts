import { tiers } from '@resilience/config/tiers';

import type { Answers } from './answers.ts';

/** Disasters in which every copy is lost that is in one region, under one key or in one bucket. */
const beyondOneRegion = [
  'region-failure',
  'bucket-loss',
  'key-loss',
  'malicious-deletion',
] as const;

/** Disasters that nothing of what was answered survives, with the reason: objectives of every tier. */
export function givenUp(answers: Answers): Record<string, { readonly unprotected: string }> {
  const reason = reasonOf(answers);
  return reason === undefined
    ? {}
    : Object.fromEntries(beyondOneRegion.map((one) => [one, { unprotected: reason }]));
}

function reasonOf({ drRegion, drCluster }: Answers): string | undefined {
  if (drRegion === 'none') return 'There is no second region that a copy could be in.';
  return drCluster === 'none' ? 'No cluster reads the replica in the DR region yet.' : undefined;
}

/** The policy's permission to give them up. */
export const permittedToGiveUp = (answers: Answers): Record<string, readonly string[]> =>
  Object.fromEntries(Object.keys(givenUp(answers)).map((disaster) => [disaster, tiers]));
