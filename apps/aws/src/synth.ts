import { type Environment, hasCopies, ownsBucket } from '@resilience/config/environment';
import { App, TerraformResource } from 'cdktf';
import { TokenMap } from 'cdktf/lib/tokens/private/token-map.js';

import { type RegionStack, terraformVersion } from './constructs/region-stack.ts';
import { type Explanation, explanationOf } from './explain.ts';
import { Access } from './stacks/access.ts';
import { BackupReplica } from './stacks/backup-replica.ts';
import { BackupStorage } from './stacks/backup-storage.ts';
import { Bootstrap } from './stacks/bootstrap.ts';
import { EvidenceStore } from './stacks/evidence-store.ts';

/** One stack as Terraform's JSON. */
export interface Stack {
  readonly name: string;
  readonly configuration: object;
  /** The versions of Terraform that can apply it. */
  readonly terraformVersion: string;
  readonly purpose: string;
  readonly region: string;
  readonly resources: readonly ExplainedResource[];
}

/** A resource, and what docs/reference/aws.md says of it. */
export interface ExplainedResource extends Explanation {
  /** As Terraform prints it, such as `aws_kms_key.backups_encryption_key`. */
  readonly address: string;
}

/** Everything that the environment needs from AWS, a stack a state, in the order to apply them. */
export function synthAws(environment: Environment): Stack[] {
  try {
    return stacksOf(environment).map((stack) => ({
      name: stack.node.id,
      configuration: configurationOf(stack),
      terraformVersion,
      purpose: stack.purpose,
      region: stack.region,
      resources: resourcesOf(stack),
    }));
  } finally {
    forgetTokens();
  }
}

function stacksOf(environment: Environment): RegionStack[] {
  // The App makes its folder, and `stacks` in it, where they are not there: here both are, and nothing is written.
  const app = new App({ outdir: import.meta.dirname, stackTraces: false });
  const own = [
    new Bootstrap(app, environment, 'bootstrap', environment.aws.region),
    new EvidenceStore(app, environment),
  ];
  const access = new Access(app, environment);
  if (!ownsBucket(environment)) return [...own, access];
  const storage = new BackupStorage(app, environment);
  if (!hasCopies(environment)) return [...own, storage, access];
  return [
    ...own,
    new Bootstrap(app, environment, 'bootstrap-dr-region', environment.aws.drRegion),
    new BackupReplica(app, environment),
    storage,
    access,
  ];
}

const resourcesOf = (stack: RegionStack): ExplainedResource[] =>
  stack.node
    .findAll()
    .filter((construct) => TerraformResource.isTerraformResource(construct))
    .map((resource) => ({
      address: `${resource.terraformResourceType}.${resource.friendlyUniqueId}`,
      ...explanationOf(resource),
    }));

/**
 * cdktf keeps every token that was ever made, and through them every stack: about 200 KiB for each
 * environment, as long as the process lives. It offers no other way to let them go.
 */
function forgetTokens(): void {
  const tokens = TokenMap.instance();
  tokens['stringTokenMap'].clear();
  tokens['numberTokenMap'].clear();
}

function configurationOf(stack: RegionStack): object {
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
