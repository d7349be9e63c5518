/**
 * The attributes of the resources that we render which cannot be changed in place: Terraform destroys the
 * resource and makes another one. Each page of the provider's documentation marks them "Forces new resource",
 * or its schema does.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket and the pages beside it
 */
const forceNew: Readonly<Record<string, readonly string[]>> = {
  aws_budgets_budget: ['name'],
  aws_cloudwatch_event_rule: ['name'],
  aws_cloudwatch_event_target: ['rule'],
  aws_cloudwatch_metric_alarm: ['alarm_name'],
  aws_ebs_default_kms_key: ['key_arn'],
  aws_ebs_encryption_by_default: [],
  aws_iam_openid_connect_provider: ['url'],
  aws_iam_role: ['name'],
  aws_iam_role_policy: ['role'],
  aws_kms_alias: ['name'],
  aws_kms_key: [],
  aws_s3_bucket: ['bucket', 'object_lock_enabled'],
  aws_s3_bucket_lifecycle_configuration: ['bucket'],
  aws_s3_bucket_logging: ['bucket'],
  aws_s3_bucket_metric: ['bucket', 'name'],
  aws_s3_bucket_object_lock_configuration: ['bucket'],
  aws_s3_bucket_ownership_controls: ['bucket'],
  aws_s3_bucket_policy: ['bucket'],
  aws_s3_bucket_public_access_block: ['bucket'],
  aws_s3_bucket_replication_configuration: ['bucket'],
  aws_s3_bucket_server_side_encryption_configuration: ['bucket'],
  aws_s3_bucket_versioning: ['bucket'],
  aws_secretsmanager_secret: ['name'],
  aws_sns_topic: ['name'],
  aws_sns_topic_policy: ['arn'],
  aws_sns_topic_subscription: ['endpoint', 'protocol', 'topic_arn'],
};

/**
 * @param type such as `aws_s3_bucket`
 * @returns undefined for a type that the table lacks
 */
export const forceNewOf = (type: string): readonly string[] | undefined =>
  Object.hasOwn(forceNew, type) ? forceNew[type] : undefined;
