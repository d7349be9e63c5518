import type { Environment } from '@resilience/config/environment';
import type { Option } from '@resilience/cost/savings';
import { blocks, check } from '@resilience/policy/check';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';
import { parseRendered } from '@resilience/policy/read-rendered';

import { renderEnvironment } from '../render/render-environment.ts';

export type Saving = Omit<Option, 'environment'>;

/** So many are shown. */
const shown = 5;

/** The best change of each place that no policy forbids, as rendered, the largest saving first. */
export function permitted(
  options: readonly Option[],
  policy: OrganisationPolicy,
  today: string,
): Saving[] {
  const chosen: Saving[] = [];
  for (const { environment, ...saving } of options) {
    if (chosen.length === shown) break;
    if (chosen.some(({ path }) => overlaps(path, saving.path))) continue;
    if (isAllowed(environment, policy, today)) chosen.push(saving);
  }
  return chosen;
}

/** A schedule that is removed has nothing left to be changed. */
const overlaps = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

function isAllowed(environment: Environment, policy: OrganisationPolicy, today: string): boolean {
  const { name, waivers } = environment;
  const files = renderEnvironment(environment).files.map(
    ({ path, content }) => [`environments/${name}/rendered/${path}`, content] as const,
  );
  const { findings } = check(parseRendered(name, files), {
    policy,
    declaration: environment,
    waivers,
    today,
  });
  return !findings.some(blocks);
}
