import { domainOf } from '../regions.ts';
import type { Check } from './check.ts';

/** EKS serves a cluster's issuer from the cluster's own region, in the domain of its partition. */
export const oidcIssuerInRegion: Check = ({ aws, cluster }) =>
  cluster.identity.kind !== 'irsa' || cluster.identity.oidcIssuer.startsWith(issuersOf(aws))
    ? []
    : [
        {
          path: 'cluster.identity.oidcIssuer',
          code: 'config/oidc-issuer-in-region',
          message: 'belongs to another region than the cluster',
          expected: `an issuer of ${aws.region}, which begins with ${issuersOf(aws)}`,
          received: `"${cluster.identity.oidcIssuer}"`,
          fix: `take it from: aws eks describe-cluster --name ${cluster.name} --region ${aws.region} --query cluster.identity.oidc.issuer`,
        },
      ];

const issuersOf = ({ region, partition }: Parameters<Check>[0]['aws']): string =>
  `https://oidc.eks.${region}.${domainOf(partition)}/id/`;
