/** Kinds of policy that let a service of AWS act. */
export type ResourcePolicy = 'key' | 'topic' | 'bucket' | 'trust';

const source = /^aws:Source(Account|Arn)$/i;
const topicOfKey = /^kms:EncryptionContext:aws:sns:topicArn$/i;

/**
 * Which condition keys each service sends, by the kind of policy that asks for them. A condition on a key
 * that is not sent never holds, and the service is refused without a message to anybody.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
const sent: Readonly<Record<string, Readonly<Partial<Record<ResourcePolicy, readonly RegExp[]>>>>> =
  {
    'budgets.amazonaws.com': { key: [source, topicOfKey], topic: [source] },
    'cloudwatch.amazonaws.com': { key: [source, topicOfKey], topic: [source] },
    'events.amazonaws.com': { key: [topicOfKey], topic: [] },
    'logging.s3.amazonaws.com': { bucket: [source] },
    'pods.eks.amazonaws.com': { trust: [source, /^aws:RequestTag\/(eks-cluster|kubernetes)-/i] },
    's3.amazonaws.com': { trust: [source] },
  };

/** Whether a service sends a condition key where a kind of policy asks for it; not, when it is unknown. */
export const sends = (service: string, policy: ResourcePolicy, variable: string): boolean =>
  sent[service]?.[policy]?.some((key) => key.test(variable)) ?? false;
