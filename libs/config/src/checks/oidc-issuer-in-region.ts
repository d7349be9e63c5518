import type { Check } from './check.ts';

/** EKS serves a cluster's issuer from the cluster's own region. */
export const oidcIssuerInRegion: Check = ({ aws, cluster }) =>
  cluster.identity.kind !== 'irsa' ||
  cluster.identity.oidcIssuer.startsWith(`https://oidc.eks.${aws.region}.`)
    ? []
    : [
        {
          path: 'cluster.identity.oidcIssuer',
          code: 'config/oidc-issuer-in-region',
          message: 'belongs to another region than the cluster',
          expected: `an issuer of ${aws.region}`,
          received: `"${cluster.identity.oidcIssuer}"`,
          fix: `take it from: aws eks describe-cluster --name ${cluster.name} --region ${aws.region} --query cluster.identity.oidc.issuer`,
        },
      ];
