import { type AwsClients, awsClients, type Credentials } from '../aws/clients.ts';
import { enforce } from '../aws/iam/enforcement.ts';
import { policyOf, type Purpose, renderedStatements } from '../aws/iam/rendered-policy.ts';
import { sessionWith } from '../aws/iam/session.ts';

/** Everybody whom an AWS API knows, each with its own rights. */
export interface Identities {
  /** Clients that may do everything. */
  readonly aws: (region: string) => AwsClients;
  /** A session of a role that may do what is rendered for it, as far as moto can weigh that. */
  readonly sessionOf: (environment: string, purpose: Purpose) => Promise<Credentials>;
}

/** Makes an administrator in an AWS API that has just been started, which then refuses whatever nobody is allowed. */
export async function startIdentities(endpoint: string): Promise<Identities> {
  const anybody = awsClients(endpoint, 'us-east-1');
  const administrator = await sessionWith(anybody, 'administrator', {
    Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
  });
  await enforce(endpoint);
  const aws = (region: string): AwsClients => awsClients(endpoint, region, administrator);
  const sessions = new Map<string, Promise<Credentials>>();
  return {
    aws,
    sessionOf: (environment, purpose) => {
      const name = `${environment}-${purpose}`;
      const session =
        sessions.get(name) ??
        sessionWith(aws('us-east-1'), name, policyOf(renderedStatements(environment, purpose)));
      sessions.set(name, session);
      return session;
    },
  };
}
