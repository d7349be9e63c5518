import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import type { Revision } from '@resilience/diff/revision';
import { check } from '@resilience/policy/check';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';
import { readRendered } from '@resilience/policy/read-rendered';
import { Rendered } from '@resilience/policy/rendered';
import { stateOf } from '@resilience/diff/aws/state';
import { prove } from '@resilience/recovery/prove';
import type { Problem } from '@resilience/config/problem';

import { billOf } from '../cost/bill-of.ts';

/** An environment of one side, and what could not be read of it. */
export interface Opened {
  readonly revision: Revision;
  /** Of its declaration. */
  readonly problems: readonly Problem[];
  /** Why what is rendered was not read. */
  readonly unread: string | undefined;
}

interface Terms {
  readonly policy: OrganisationPolicy | undefined;
  readonly today: string;
}

/**
 * Opens an environment as it is declared and rendered in a folder. Proofs and costs are computed by this
 * version of the layer.
 *
 * @param root the repository's folder
 * @returns undefined where the environment is not declared there
 */
export async function openRevision(
  root: string,
  name: string,
  { policy, today }: Terms,
): Promise<Opened | undefined> {
  if (!listEnvironments(root).includes(name)) return undefined;
  const loaded = await loadEnvironment(root, name);
  const { rendered, unread } = renderedOf(root, name);
  return {
    revision: {
      name,
      declared: loaded.ok ? declaredOf(loaded.value) : undefined,
      rendered,
      states: statesOf(root, rendered),
      findings:
        policy && loaded.ok
          ? check(rendered, {
              policy,
              declaration: loaded.value,
              waivers: loaded.value.waivers,
              today,
            }).findings
          : [],
    },
    problems: loaded.ok ? [] : loaded.problems,
    unread,
  };
}

/** Rendered objects say nothing of it: it is a setting of Terraform. */
const statesOf = (root: string, rendered: Rendered): ReadonlyMap<string, string> =>
  new Map(
    rendered.of('provider').map(({ file, name }) => {
      const configuration: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
      return [name.split('/')[0] ?? '', stateOf(configuration)];
    }),
  );

const declaredOf = (environment: Environment): Revision['declared'] => ({
  environment,
  proofs: prove(environment),
  bill: billOf(environment),
});

function renderedOf(root: string, name: string): Pick<Opened, 'unread'> & { rendered: Rendered } {
  try {
    return { rendered: readRendered(root, name), unread: undefined };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { rendered: new Rendered(name, []), unread: why };
  }
}
