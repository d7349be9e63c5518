import { importModule } from '@resilience/config/import-module';
import { formatProblem, type Problem } from '@resilience/config/problem';
import { schemaFindings } from '@resilience/config/schema-findings';
import {
  type OrganisationPolicy,
  organisationPolicy,
} from '@resilience/policy/organisation-policy';

import { Refusal } from './refusal.ts';
import { repositoryRoot } from './repository-root.ts';

/** From the repository's root. */
export const policyFile = 'environments/policy.ts';

const around = ['export const policy = {', '} satisfies OrganisationPolicyInput;'] as const;

/**
 * What the organisation demands of every environment, from environments/policy.ts.
 *
 * @throws {Refusal} with every problem of that file
 */
export async function loadPolicy(): Promise<OrganisationPolicy> {
  const imported = await importModule(repositoryRoot, policyFile);
  if (!imported.ok) throw refusalOf([imported.problem]);
  const declared = imported.value['policy'];
  const parsed = organisationPolicy.safeParse(declared);
  if (parsed.success) return parsed.data;
  throw refusalOf(
    schemaFindings(organisationPolicy, declared, around).map((finding) => ({
      file: policyFile,
      ...finding,
    })),
  );
}

const refusalOf = (problems: readonly Problem[]): Refusal =>
  new Refusal(['the policy cannot be used', ...problems.map(formatProblem)].join('\n\n'));
