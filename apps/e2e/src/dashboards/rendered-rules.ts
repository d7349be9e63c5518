import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { repositoryRoot } from '../rendered-stacks.ts';

/** Everything that Prometheus evaluates in an environment, as one file of rules. */
export function renderedRules(environment: string): object {
  const folder = join(
    repositoryRoot,
    'environments',
    environment,
    'rendered/kubernetes/resilience-alerts',
  );
  const groups = readdirSync(folder).flatMap((file) => {
    const { spec } = parse(readFileSync(join(folder, file), 'utf8')) as {
      readonly spec: { readonly groups: readonly object[] };
    };
    return spec.groups;
  });
  return { groups };
}
