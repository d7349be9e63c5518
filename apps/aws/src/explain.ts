import type { TerraformResource } from 'cdktf';

import { nothing } from './costs.ts';

/** What docs/reference/aws.md says of a resource. */
export interface Explanation {
  readonly why: string;
  /** In words, with the price. */
  readonly cost: string;
}

const explanations = new WeakMap<TerraformResource, Explanation>();

/** Makes a resource documented. Each one has to be: the reference is generated from this. */
export function explain<Resource extends TerraformResource>(
  resource: Resource,
  why: string,
  cost: string = nothing,
): Resource {
  explanations.set(resource, { why, cost });
  return resource;
}

/** @throws when nobody explained the resource */
export function explanationOf(resource: TerraformResource): Explanation {
  const found = explanations.get(resource);
  if (!found) throw new Error(`${resource.node.path} has no explanation`);
  return found;
}
