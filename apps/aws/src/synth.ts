import { type Environment, isReplicated, ownsBucket } from '@resilience/config/environment';
import { App, type TerraformStack } from 'cdktf';
import { TokenMap } from 'cdktf/lib/tokens/private/token-map.js';

import { BackupReplica } from './stacks/backup-replica.ts';
import { BackupStorage } from './stacks/backup-storage.ts';
import { VeleroAccess } from './stacks/velero-access.ts';

/** One stack as Terraform's JSON. */
export interface Stack {
  readonly name: string;
  readonly configuration: object;
}

/** Everything that the environment needs from AWS, a stack a state, in the order to apply them. */
export function synthAws(environment: Environment): Stack[] {
  try {
    return stacksOf(environment).map((stack) => ({
      name: stack.node.id,
      configuration: configurationOf(stack),
    }));
  } finally {
    forgetTokens();
  }
}

function stacksOf(environment: Environment): TerraformStack[] {
  // The App only ever looks for this folder: nothing is written here.
  const app = new App({ outdir: '.', stackTraces: false });
  const access = new VeleroAccess(app, environment);
  if (!ownsBucket(environment)) return [access];
  const storage = new BackupStorage(app, environment);
  return isReplicated(environment)
    ? [new BackupReplica(app, environment), storage, access]
    : [storage, access];
}

/**
 * cdktf keeps every token that was ever made, and through them every stack: about 200 KiB for each
 * environment, as long as the process lives. It offers no other way to let them go.
 */
function forgetTokens(): void {
  const tokens = TokenMap.instance();
  tokens['stringTokenMap'].clear();
  tokens['numberTokenMap'].clear();
}

function configurationOf(stack: TerraformStack): object {
  stack.prepareStack();
  stack.runAllValidations();
  return withoutMetadata(stack.toTerraform());
}

/** Drops cdktf's notes to itself, which mean nothing to Terraform or to a reviewer. */
function withoutMetadata<Value>(value: Value): Value;
function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '//')
      .map(([key, entry]) => [key, withoutMetadata(entry)]),
  );
}
