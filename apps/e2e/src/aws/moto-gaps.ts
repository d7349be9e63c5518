/** The `resource` block of a stack: resources by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

interface Gap {
  readonly type: string;
  /** One resource of the type, where the others do no harm. */
  readonly only?: string;
  /** What moto 5.2.5 does wrong. */
  readonly reason: string;
  /** Merged into every resource of the type. */
  readonly override: object;
}

/** Left out: moto has no such API. */
const absent = { count: 0 };

/** Applied, but moto gives something else back than it was given. */
const forgets = (...attributes: string[]) => ({ lifecycle: { ignore_changes: attributes } });

/** What moto cannot do, each with its way around; every run prints them. */
const gaps: readonly Gap[] = [
  {
    type: 'aws_s3_bucket_policy',
    only: 'state_policy',
    reason: 'moto denies every request to a bucket whose policy has a condition, met or not',
    override: absent,
  },
  {
    type: 'aws_ebs_default_kms_key',
    reason: 'moto has no default key of EBS',
    override: absent,
  },
  {
    type: 'aws_s3_bucket_metric',
    reason: 'moto has no request metrics of buckets',
    override: absent,
  },
  {
    type: 'aws_budgets_budget',
    reason: 'moto cannot list the subscribers of a notification',
    override: absent,
  },
  {
    type: 'aws_kms_key',
    reason: 'moto gives no rotation period back',
    override: forgets('rotation_period_in_days'),
  },
  {
    type: 'aws_s3_bucket_replication_configuration',
    reason: 'moto gives the selection of objects encrypted by KMS not back',
    override: forgets('rule'),
  },
  {
    type: 'aws_secretsmanager_secret',
    reason: 'moto encrypts the replica of a secret with the key of AWS, whatever key it is given',
    override: forgets('replica'),
  },
];

export interface FoundGap extends Gap {
  readonly name: string;
}

/** The gaps that a stack meets. */
export const gapsOf = (resources: Resources): FoundGap[] =>
  gaps.flatMap((gap) =>
    Object.keys(resources[gap.type] ?? {})
      .filter((name) => gap.only === undefined || gap.only === name)
      .map((name) => ({ ...gap, name })),
  );
