import { object, oneOf, text } from './scalars.ts';

const region = text('an AWS region such as us-east-1', /^[a-z]{2}(-[a-z]+)+-\d$/);

export const aws = object('the AWS account, partition, region and DR region', {
  account: text('an AWS account id of twelve digits', /^\d{12}$/),
  partition: oneOf('aws', 'aws-us-gov', 'aws-cn'),
  /** Where the cluster runs. */
  region,
  /** Where the copies go that outlive the region. */
  drRegion: region,
});

export const cluster = object('the EKS cluster: name and oidcIssuer', {
  name: text('an EKS cluster name, at most 100 characters', /^[A-Za-z0-9][\w-]{0,99}$/),
  /** The cluster's OpenID Connect issuer: IAM trusts service accounts by it. */
  oidcIssuer: text(
    "the cluster's OIDC issuer such as https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
    /^https:\/\/oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]{32}$/,
  ),
});
