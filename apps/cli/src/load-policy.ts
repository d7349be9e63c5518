import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  type OrganisationPolicy,
  organisationPolicy,
} from '@resilience/policy/organisation-policy';

import { repositoryRoot } from './repository-root.ts';

/** What the organisation demands of every environment, from environments/policy.ts. */
export async function loadPolicy(): Promise<OrganisationPolicy> {
  const file = pathToFileURL(join(repositoryRoot, 'environments/policy.ts')).href;
  const { policy }: { policy?: unknown } = await import(file);
  return organisationPolicy.parse(policy);
}
