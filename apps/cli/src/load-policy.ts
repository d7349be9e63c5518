import { importModule } from '@resilience/config/import-module';
import type { Problem } from '@resilience/config/problem';
import { schemaFindings } from '@resilience/config/schema-findings';
import {
  type OrganisationPolicy,
  organisationPolicy,
} from '@resilience/policy/organisation-policy';

import { refuseProblems } from './refusal.ts';
import { repositoryRoot } from './repository-root.ts';

/** From the repository's root. */
export const policyFile = 'environments/policy.ts';

const around = ['export const policy = {', '} satisfies OrganisationPolicyInput;'] as const;

/**
 * What the organisation demands of every environment, from environments/policy.ts.
 *
 * @param root the repository's folder
 * @throws {Refusal} with every problem of that file
 */
export async function loadPolicy(root: string = repositoryRoot): Promise<OrganisationPolicy> {
  const imported = await importModule(root, policyFile);
  if (!imported.ok) return refuseProblems([imported.problem]);
  const declared = imported.value['policy'];
  const parsed = organisationPolicy.safeParse(declared);
  if (parsed.success) return parsed.data;
  const findings = schemaFindings(organisationPolicy, declared, around);
  const problems = findings.map((finding) => ({ file: policyFile, ...finding }));
  // Loaded here, as a sound policy needs no places.
  const { located } = await import('@resilience/config/locate');
  return refuseProblems(located(root, problems, 'policy').map(inFile));
}

/** Without the policy itself, its problems stand at the beginning of its file. */
const inFile = (problem: Problem): Problem => ({ line: 1, column: 1, ...problem });
