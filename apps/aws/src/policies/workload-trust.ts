import type { Environment } from '@resilience/config/environment';
import { clusterArn, oidcProvider, type ServiceAccountNames } from '@resilience/config/names';

import { ofAccount } from './key.ts';
import { equals, type Statement } from './statement.ts';

/** Only the one service account, in the one cluster. */
export const workloadTrust = (environment: Environment, account: ServiceAccountNames): Statement =>
  environment.cluster.identity.kind === 'irsa'
    ? trustIssuer(environment, environment.cluster.identity.oidcIssuer, account)
    : trustPodIdentity(environment, account);

function trustIssuer(
  environment: Environment,
  oidcIssuer: string,
  { namespace, name }: ServiceAccountNames,
): Statement {
  const { issuer, arn } = oidcProvider(environment, oidcIssuer);
  return {
    actions: ['sts:AssumeRoleWithWebIdentity'],
    principals: [{ type: 'Federated', identifiers: [arn] }],
    condition: [
      equals(`${issuer}:sub`, `system:serviceaccount:${namespace}:${name}`),
      equals(`${issuer}:aud`, 'sts.amazonaws.com'),
    ],
  };
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html */
const trustPodIdentity = (
  environment: Environment,
  { namespace, name }: ServiceAccountNames,
): Statement => ({
  actions: ['sts:AssumeRole', 'sts:TagSession'],
  principals: [{ type: 'Service', identifiers: ['pods.eks.amazonaws.com'] }],
  condition: [
    ofAccount(environment.aws.account),
    { test: 'ArnEquals', variable: 'aws:SourceArn', values: [clusterArn(environment)] },
    equals('aws:RequestTag/kubernetes-namespace', namespace),
    equals('aws:RequestTag/kubernetes-service-account', name),
  ],
});
