import { listEnvironments } from '@resilience/config/load';

import { Refusal } from './refusal.ts';
import { repositoryRoot } from './repository-root.ts';
import { refuseUnknown } from './unknown-name.ts';

/**
 * The environments that a command is about, each once.
 *
 * @param asked by name; all that are declared where it is undefined
 * @throws {Refusal} when none is declared, or one that is asked for is not
 */
export function declaredEnvironments(asked: readonly string[] | undefined): readonly string[] {
  const declared = listEnvironments(repositoryRoot);
  if (declared.length === 0) {
    throw new Refusal(
      'no environment is declared: create environments/<name>/config.ts, as docs/guides/declaring-an-environment.md describes',
    );
  }
  refuseUnknown('environment', asked ?? [], declared);
  return asked ? [...new Set(asked)] : declared;
}
