/**
 * The partitions that the layer renders for, each with its domain and its regions, as of November 2026. A test
 * compares this table with that of the AWS SDK in use, so that an update of the SDK says which regions are new. A
 * region that is newer than both is declared in `aws.newerRegions`.
 *
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
 */
export const partitions = {
  aws: {
    domain: 'amazonaws.com',
    budgets: true,
    regions: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'me-west-1',
      'mx-central-1',
      'sa-east-1',
      'sa-west-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
  },
  'aws-us-gov': {
    domain: 'amazonaws.com',
    budgets: false,
    regions: ['us-gov-east-1', 'us-gov-west-1'],
  },
  'aws-cn': {
    domain: 'amazonaws.com.cn',
    budgets: true,
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
} as const;

export const partitionNames = [
  'aws',
  'aws-us-gov',
  'aws-cn',
] as const satisfies readonly Partition[];

export type Partition = keyof typeof partitions;

/** The domain of the endpoints of AWS in a partition. */
export const domainOf = (partition: Partition): string => partitions[partition].domain;

/**
 * Whether AWS Budgets has an endpoint there: what GovCloud costs is billed to a standard account.
 *
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-differences.html
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/budgets/2016-10-20/endpoint-rule-set-1.json
 */
export const hasBudgets = (partition: Partition): boolean => partitions[partition].budgets;

export const regionsOf = (partition: Partition): readonly string[] => partitions[partition].regions;

/** The partition that the table has a region in. */
export const partitionOf = (region: string): Partition | undefined =>
  partitionNames.find((partition) => regionsOf(partition).includes(region));
