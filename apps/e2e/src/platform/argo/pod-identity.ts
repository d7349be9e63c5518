import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Environment } from '@resilience/config/environment';
import { drillRole, recoveryRole } from '@resilience/config/names';

import { type Client, succeeded } from '../../apiserver/client.ts';
import type { Identities } from '../identities.ts';

interface Place {
  readonly client: Client;
  readonly environment: Environment;
}

/** Stands for what gives pods the role that their service account names. */
export interface PodIdentity {
  /** Where pods ask, with the token of their service account. */
  readonly url: string;
  /** From now on, pods are those of this cluster. */
  readonly serve: (place: Place) => void;
  readonly stop: () => void;
}

/**
 * Answers with the variables of a session, a line each.
 *
 * @param address where pods reach it
 */
export async function startPodIdentity(
  { sessionOf }: Identities,
  address: string,
): Promise<PodIdentity> {
  let place: Place | undefined;
  const variablesFor = async (request: IncomingMessage): Promise<string> => {
    if (!place) throw new Error('there is no cluster yet');
    const arn = await roleOf(place.client, request.headers.authorization?.replace('Bearer ', ''));
    const { environment } = place;
    const purpose = (
      [
        ['drill', drillRole],
        ['recovery', recoveryRole],
      ] as const
    ).find(([, names]) => names(environment).arn === arn)?.[0];
    if (purpose === undefined) throw new Error(`${arn} is no role of ${environment.name}`);
    const session = await sessionOf(environment.name, purpose);
    return [
      `AWS_ACCESS_KEY_ID=${session.accessKeyId}`,
      `AWS_SECRET_ACCESS_KEY=${session.secretAccessKey}`,
      `AWS_SESSION_TOKEN=${session.sessionToken}`,
    ].join('\n');
  };
  const server = createServer((request, response) => {
    variablesFor(request).then(
      (variables) => response.end(variables),
      (error: unknown) => response.writeHead(403).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, address, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${address}:${port}`,
    serve: (next) => (place = next),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The role that the service account of a token is annotated with. */
async function roleOf(client: Client, token: string | undefined): Promise<string> {
  const reviewed = succeeded(
    await client.request('POST', '/apis/authentication.k8s.io/v1/tokenreviews', {
      body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token } },
    }),
  )['status'] as { readonly user?: { readonly username?: string } };
  const [, namespace = '', name = ''] =
    /^system:serviceaccount:(.+):(.+)$/.exec(reviewed.user?.username ?? '') ?? [];
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}`;
  const { metadata } = succeeded(await client.request('GET', path));
  const { annotations = {} } = metadata as {
    readonly annotations?: Readonly<Record<string, string>>;
  };
  return annotations['eks.amazonaws.com/role-arn'] ?? `no role of ${name}`;
}
