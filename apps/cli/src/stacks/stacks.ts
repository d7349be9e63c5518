import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { synthAws } from '@resilience/aws/synth';
import { type Environment, ownsBucket } from '@resilience/config/environment';
import { applyRole, planRole } from '@resilience/config/pipeline-roles';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { formatTable } from '../format-table.ts';
import { openEnvironments } from '../in-environment.ts';
import { repositoryRoot } from '../repository-root.ts';
import { touchedSince } from './touched-since.ts';

export interface StacksFlags {
  readonly env?: readonly string[];
  readonly touched?: string;
}

export interface Stacks {
  readonly environments: readonly StacksOf[];
}

interface StacksOf {
  readonly environment: string;
  readonly region: string;
  /** ARNs. */
  readonly planRole: string | null;
  readonly applyRole: string | null;
  /** Whether drills measure its services, and not those of another environment. */
  readonly measures: boolean;
  readonly stacks: readonly ListedStack[];
}

interface ListedStack {
  readonly stack: string;
  /** From the root of the repository. */
  readonly folder: string;
  readonly person: boolean;
}

/** Does what `resilience stacks` promises. */
export async function stacks({ env, touched }: StacksFlags): Promise<Answer<Stacks>> {
  const environments = (await openEnvironments(env)).toSorted(sourcesFirst);
  const isTouched = touched === undefined ? () => true : touchedSince(repositoryRoot, touched);
  const listed = environments
    .map((environment) => stacksOf(environment, isTouched))
    .filter((each) => each.stacks.length > 0);
  return {
    code: exitCode.fine,
    result: { environments: listed },
    text: () => formatStacks(listed),
  };
}

/** What mounts a replica looks up the keys of the environment that writes it. */
const sourcesFirst = (one: Environment, other: Environment): number =>
  Number(ownsBucket(other)) - Number(ownsBucket(one)) || one.name.localeCompare(other.name, 'en');

const stacksOf = (environment: Environment, isTouched: (folder: string) => boolean): StacksOf => ({
  environment: environment.name,
  region: environment.aws.region,
  planRole: environment.ci ? planRole(environment).arn : null,
  applyRole: environment.ci ? applyRole(environment).arn : null,
  measures: ownsBucket(environment),
  stacks: synthAws(environment)
    .map(({ name }) => ({
      stack: name,
      folder: `environments/${environment.name}/rendered/terraform/${name}`,
      person: name.startsWith('bootstrap'),
    }))
    .filter(({ folder }) => existsSync(join(repositoryRoot, folder)) && isTouched(folder)),
});

function formatStacks(environments: readonly StacksOf[]): string {
  if (environments.length === 0) return 'no stack differs\n';
  const rows = environments.flatMap(({ environment, stacks: listed }) =>
    listed.map(({ stack, folder, person }) => [
      environment,
      stack,
      person ? 'a person' : 'a pipeline',
      folder,
    ]),
  );
  const lines = formatTable([['environment', 'stack', 'applied by', 'folder'], ...rows]);
  return `${lines.join('\n')}\n`;
}
