import { tiers } from '@resilience/config/tiers';

import type { Answers } from './answers.ts';
import { type Marks, noMarks } from './from-audit/marks.ts';

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

/**
 * The policy's permission to give them up.
 *
 * @param marks with what else no copy survives
 */
export function permittedToGiveUp(
  answers: Answers,
  { objectives }: Marks = noMarks,
): Record<string, readonly string[]> {
  const lost = Object.values(objectives).flatMap((ofService) =>
    Object.entries(ofService).flatMap(([disaster, held]) =>
      'unprotected' in held ? [disaster] : [],
    ),
  );
  return {
    ...Object.fromEntries(lost.map((disaster) => [disaster, ['standard']])),
    ...Object.fromEntries(Object.keys(givenUp(answers)).map((disaster) => [disaster, tiers])),
  };
}
