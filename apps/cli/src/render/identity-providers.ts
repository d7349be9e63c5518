import type { Environment } from '@resilience/config/environment';
import type { Problem } from '@resilience/config/problem';

/** An account takes one identity provider of an issuer: the second apply of another fails, after half of it is done. */
export const repeatedIdentityProviders = (environments: readonly Environment[]): Problem[] =>
  environments.flatMap((environment, index) => {
    const first = environments.slice(0, index).find((other) => createsTheSame(other, environment));
    return first ? [repeated(environment, first)] : [];
  });

const createsTheSame = (one: Environment, other: Environment): boolean =>
  one.aws.account === other.aws.account &&
  one.ci?.identityProvider === 'create' &&
  other.ci?.identityProvider === 'create' &&
  issuerOf(one.ci) === issuerOf(other.ci);

const issuerOf = (ci: NonNullable<Environment['ci']>): string =>
  ci.kind === 'github' ? ci.kind : ci.server;

const repeated = ({ name, aws }: Environment, first: Environment): Problem => ({
  file: `environments/${name}/config.ts`,
  path: 'ci.identityProvider',
  code: 'render/one-identity-provider',
  message: `would be the second in the account ${aws.account}`,
  expected: `"exists", as ${first.name} creates it`,
  received: '"create"',
  fix: "write identityProvider: 'exists'",
});
