import { z } from 'zod';

import { object, oneOf, region, text } from './scalars.ts';

export const aws = object('the AWS account, partition, region and DR region', {
  account: text('an AWS account id of twelve digits', /^\d{12}$/),
  partition: oneOf('aws', 'aws-us-gov', 'aws-cn'),
  /** Where the cluster runs. */
  region,
  /** Where the copies go that outlive the region. */
  drRegion: region,
});

/** How a service account of the cluster becomes an IAM role. */
const identity = z.discriminatedUnion(
  'kind',
  [
    object('IAM roles for service accounts: kind and oidcIssuer', {
      kind: z.literal('irsa'),
      /** The cluster's OpenID Connect issuer: IAM trusts service accounts by it. */
      oidcIssuer: text(
        "the cluster's OIDC issuer such as https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
        /^https:\/\/oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]{32}$/,
      ),
    }),
    object('EKS Pod Identity, whose agent runs in the cluster', {
      kind: z.literal('pod-identity'),
    }),
  ],
  { error: 'an identity of the kind irsa or pod-identity' },
);

export const cluster = object('the EKS cluster: name and identity', {
  name: text('an EKS cluster name, at most 100 characters', /^[A-Za-z0-9][\w-]{0,99}$/),
  identity,
});
