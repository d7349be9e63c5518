import { type Environment, isReplicated, ownsBucket } from '@resilience/config/environment';
import { App, type TerraformStack } from 'cdktf';

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
  // The App only ever looks for this folder: nothing is written here.
  const app = new App({ outdir: '.', stackTraces: false });
  const stacks: TerraformStack[] = [];
  if (ownsBucket(environment)) {
    if (isReplicated(environment)) stacks.push(new BackupReplica(app, environment));
    stacks.push(new BackupStorage(app, environment));
  }
  stacks.push(new VeleroAccess(app, environment));
  return stacks.map((stack) => ({ name: stack.node.id, configuration: configurationOf(stack) }));
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
