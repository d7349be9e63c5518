import { listEnvironments, loadEnvironment } from '@resilience/config/load';

import { variablesOf } from '../../src/names/variables.ts';
import { repositoryRoot } from '../../src/repository-root.ts';

/** Variables of `resilience names` that hold what only one environment has. */
const own = /ACCOUNT|REGION$|CLUSTER|BUCKET|_KEY$|ROLE|SECRET$|TOPIC|REPOSITORY/;

const values = new Map<string, string>();
for (const name of listEnvironments(repositoryRoot)) {
  const loaded = await loadEnvironment(repositoryRoot, name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  for (const [variable, value] of Object.entries(variablesOf(loaded.value))) {
    if (value && own.test(variable) && !values.has(value)) values.set(value, variable);
  }
}

/** A value that the reader replaces, and the comment that says by what. */
const replaced = /^\s*[A-Z_]+=\S+ +#/;

/** Values in a shell block that `resilience names` prints, so that another environment has others. */
export const typedOutNames = (script: string): string[] =>
  script
    .split('\n')
    .filter((line) => !replaced.test(line))
    .flatMap((line) =>
      [...values]
        .filter(([value]) => line.includes(value))
        .map(([value, variable]) => `${value} is $${variable}`),
    );
