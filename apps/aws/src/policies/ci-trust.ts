import type { Environment } from '@resilience/config/environment';
import { oidcProvider } from '@resilience/config/names';

import { type Condition, equals, type Statement } from './statement.ts';

/** The pipelines as IAM knows them. */
export interface Issuer {
  readonly url: string;
  readonly audience: string;
}

type Ci = NonNullable<Environment['ci']>;

export const issuerOf = (ci: Ci): Issuer =>
  ci.kind === 'github'
    ? { url: 'https://token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' }
    : { url: ci.server, audience: ci.server };

/** Pull requests, and what runs on the branch that is applied from: no other repository, and no fork. */
export const planTrust = (environment: Environment, ci: Ci): Statement =>
  trust(environment, ci, (subject) =>
    ci.kind === 'github'
      ? equals(
          subject,
          `repo:${ci.repository}:pull_request`,
          `repo:${ci.repository}:ref:refs/heads/${environment.gitops.revision}`,
        )
      : // A merge request's pipeline is known by its branch.
        { test: 'StringLike', variable: subject, values: [`${branchesOf(ci.project)}*`] },
  );

/** Jobs of the GitHub environment of this name, which persons approve; of GitLab, those of the protected branch. */
export const applyTrust = (environment: Environment, ci: Ci): Statement =>
  trust(environment, ci, (subject) =>
    equals(
      subject,
      ci.kind === 'github'
        ? `repo:${ci.repository}:environment:${environment.name}`
        : `${branchesOf(ci.project)}${environment.gitops.revision}`,
    ),
  );

const branchesOf = (project: string): string => `project_path:${project}:ref_type:branch:ref:`;

function trust(
  environment: Environment,
  ci: Ci,
  bySubject: (variable: string) => Condition,
): Statement {
  const { url, audience } = issuerOf(ci);
  const { issuer, arn } = oidcProvider(environment, url);
  return {
    actions: ['sts:AssumeRoleWithWebIdentity'],
    principals: [{ type: 'Federated', identifiers: [arn] }],
    condition: [bySubject(`${issuer}:sub`), equals(`${issuer}:aud`, audience)],
  };
}
