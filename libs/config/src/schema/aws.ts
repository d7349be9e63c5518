import { closest } from 'fastest-levenshtein';
import { z } from 'zod';

import { type Partition, partitionNames, partitionOf, regionsOf } from '../regions.ts';
import { object, oneOf, region, text } from './scalars.ts';

export const aws = object('the AWS account, partition, region and DR region', {
  /** The account that every stack pins: Terraform refuses to apply to another one. */
  account: text('an AWS account id of twelve digits such as 111122223333', /^\d{12}$/),
  /** Part of every ARN; decides which regions and endpoints there are. */
  partition: oneOf(...partitionNames),
  /** Where the cluster runs. */
  region,
  /** Where the copies go that outlive the region; left out where there are none. */
  drRegion: region.exactOptional(),
  /** Regions of the partition that AWS has opened since the layer's table of regions was made. */
  newerRegions: z.array(region, { error: 'a list of regions' }).exactOptional(),
}).superRefine(
  (declared, context) => {
    for (const key of ['region', 'drRegion'] as const) {
      const { [key]: name, partition } = declared;
      if (!region.safeParse(name).success || name === undefined) continue;
      const message = expectedInstead(partition, name, declared);
      const params = { instead: closest(name, regionsOf(partition)) };
      if (message) context.addIssue({ code: 'custom', path: [key], message, input: name, params });
    }
  },
  { when: ({ value }) => placed.safeParse(value).success },
);

/** As much of it as says which regions there are, whatever else is wrong. */
const placed = z.looseObject({
  partition: oneOf(...partitionNames),
  newerRegions: z.array(region).optional(),
});

/** What is expected instead of a region that does not exist, or is of another partition. */
function expectedInstead(
  partition: Partition,
  name: string,
  { newerRegions = [] }: { readonly newerRegions?: readonly string[] },
): string | undefined {
  const known = [...regionsOf(partition), ...newerRegions];
  if (known.includes(name)) return undefined;
  const other = partitionOf(name);
  const expected = `a region of the partition ${partition}, such as ${closest(name, known)}`;
  return other
    ? `${expected}; ${name} is of ${other}`
    : `${expected}; one that AWS has opened lately is listed in aws.newerRegions, too`;
}

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
  /** The name of the cluster in EKS: trust policies and the volumes' tags name the cluster. */
  name: text(
    'an EKS cluster name of at most 100 characters such as shop-production',
    /^[A-Za-z0-9][\w-]{0,99}$/,
  ),
  identity,
});
