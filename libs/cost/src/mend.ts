import type { Environment } from '@resilience/config/environment';
import { holds, type Proof, prove, proveService } from '@resilience/recovery/prove';

import type { Edit } from './edit.ts';
import { editsOf } from './edits/index.ts';
import { makesWorse, monthlyCost, type Option } from './savings.ts';

/**
 * The cheapest change that makes a breached objective hold and no other verdict worse: every change of
 * one place is tried, then, if none of them does, every two. Undefined if nothing mends it.
 */
export function cheapestMend(environment: Environment, breached: Proof): Option | undefined {
  const before = prove(environment);
  const mends = ({ environment: edited }: Edit): boolean =>
    proveService(edited, breached.service).some(
      (proof) => proof.scenario === breached.scenario && holds(proof),
    ) && !makesWorse(before, prove(edited));
  const single = editsOf(environment);
  const found = single.filter(mends);
  const tried = found.length > 0 ? found : pairs(single).filter(mends);
  const cost = monthlyCost(environment);
  return tried
    .map((edit) => ({ ...edit, difference: monthlyCost(edit.environment) - cost }))
    .toSorted((a, b) => a.difference - b.difference)
    .at(0);
}

const pairs = (edits: readonly Edit[]): Edit[] =>
  edits.flatMap((first) =>
    editsOf(first.environment)
      .filter(({ path }) => path > first.path)
      .map((second) => ({
        path: `${first.path} and ${second.path}`,
        from: `${first.from} and ${second.from}`,
        to: `${first.to} and ${second.to}`,
        environment: second.environment,
      })),
  );
