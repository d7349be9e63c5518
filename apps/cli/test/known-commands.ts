import type { Words } from './documented-commands.ts';

/**
 * What the pages may show: the verbs and long flags of other programs, as far as pages use them.
 *
 * @see https://github.com/vmware-tanzu/velero/tree/v1.18.3/pkg/cmd/cli
 * @see https://kubernetes.io/docs/reference/kubectl/generated/
 * @see https://docs.aws.amazon.com/cli/latest/reference/
 * @see https://github.com/argoproj/argo-workflows/tree/main/docs/cli
 */
const known: Readonly<Record<string, string>> = {
  'velero backup create': 'from-schedule wait',
  'velero backup describe': 'details',
  'velero backup logs': '',
  'velero restore create': 'from-backup include-namespaces labels resource-modifier-configmap wait',
  'velero restore describe': 'details',
  'velero restore get': '',
  'velero restore logs': '',
  // Named where a page says why not to use it.
  'velero schedule unpause': '',

  'kubectl apply': 'server-side filename',
  'kubectl create secret': 'namespace from-literal',
  'kubectl auth can-i': '',
  'kubectl delete': 'namespace force selector ignore-not-found',
  'kubectl create clusterrole': 'verb resource',
  'kubectl create clusterrolebinding': 'clusterrole group',
  'kubectl create job': 'namespace from',
  'kubectl describe': 'namespace selector',
  'kubectl diff': 'server-side filename',
  'kubectl kustomize': '',
  'kubectl label secret': 'namespace',
  'kubectl get':
    'namespace all-namespaces selector field-selector sort-by output no-headers show-labels show-managed-fields raw',
  'kubectl logs': 'namespace container selector since tail previous',
  'kubectl patch': 'namespace type patch',
  'kubectl rollout': 'namespace',
  'kubectl scale': 'namespace all replicas',
  'kubectl top': 'namespace',

  'argo auth token': '',
  'argo cron list': 'namespace',
  'argo cron resume': 'namespace',
  'argo get': 'namespace',
  'argo lint': '',
  'argo list': 'namespace status completed since output',
  'argo logs': 'namespace',
  'argo node set': 'namespace node-field-selector output-parameter',
  'argo resume': 'namespace',
  'argo stop': 'namespace',
  'argo submit': 'namespace from watch parameter output',
  'argo terminate': 'namespace',
  'argo watch': 'namespace',

  'aws ce get-cost-and-usage': 'time-period granularity metrics filter group-by',
  'aws cloudtrail lookup-events': 'lookup-attributes',
  'aws cloudwatch describe-alarm-history': 'alarm-name history-item-type',
  'aws cloudwatch describe-alarms': 'alarm-name-prefix state-value',
  'aws ec2 describe-snapshots': 'owner-ids filters',
  'aws eks create-addon': 'cluster-name addon-name',
  'aws eks create-access-entry': 'cluster-name principal-arn kubernetes-groups',
  'aws eks describe-cluster': 'name',
  'aws eks describe-addon': 'cluster-name addon-name',
  'aws eks update-addon': 'cluster-name addon-name resolve-conflicts configuration-values',
  'aws eks update-kubeconfig': 'name',

  'helm upgrade': 'install create-namespace repo namespace set',
  'helm list': 'all-namespaces filter',

  'git add': 'all',
  'git log': 'max-count oneline',
  'git remote add': '',
  'git fetch layer': 'tags',
  'git fetch origin': '',
  'git merge --no-commit': 'no-commit no-ff',
  'git rm -r': '-r force quiet ignore-unmatch',
  'git restore --source=HEAD': 'source staged worktree',
  'git restore': '',
  'git clean': '-d force',
  'git commit': 'message',
  'aws iam get-role': 'role-name',
  'aws iam get-role-policy': 'role-name policy-name',
  'aws iam list-role-policies': 'role-name',
  'aws kms cancel-key-deletion': 'key-id',
  'aws kms describe-key': 'key-id',
  'aws kms enable-key': 'key-id',
  'aws kms enable-key-rotation': 'key-id',
  'aws s3 mb': '',
  'aws s3 sync': 'source-region force-glacier-transfer',
  'aws s3api get-bucket-replication': 'bucket',
  'aws s3api get-bucket-versioning': 'bucket',
  'aws s3api head-bucket': 'bucket',
  'aws s3api head-object': 'bucket key',
  'aws s3api list-objects-v2': 'bucket prefix delimiter',
  'aws s3api restore-object': 'bucket key restore-request',
  'aws s3control create-job':
    'account-id operation report role-arn priority manifest-generator no-confirmation-required',
  'aws s3control list-jobs': 'account-id',
  'aws secretsmanager describe-secret': 'secret-id',
  'aws secretsmanager get-random-password': 'password-length exclude-punctuation',
  'aws secretsmanager list-secret-version-ids': 'secret-id',
  'aws secretsmanager put-secret-value': 'secret-id secret-string',
  'aws service-quotas get-service-quota': 'service-code quota-code',
  'aws service-quotas request-service-quota-increase': 'service-code quota-code desired-value',
  'aws sts assume-role': 'role-arn role-session-name serial-number token-code',
};

/** Flags of every command of a program. */
const everywhere: Readonly<Record<string, string>> = { aws: 'region query output max-items' };

/** The project's own scripts are called by npm, and judged where they are. */
export const isOfOthers = ([program]: Words): boolean => program !== 'npm';

/** What a command has that is not known. */
export function unknownIn(words: Words): string[] {
  const verb = [3, 2].map((count) => words.slice(0, count).join(' ')).find((name) => name in known);
  if (verb === undefined) return [words.slice(0, 3).join(' ')];
  const flags = `${known[verb]} ${everywhere[words[0] ?? ''] ?? ''}`.split(' ');
  return words
    .filter((word) => word.startsWith('-') && word.length > 1)
    .map((word) => word.split('=')[0] ?? '')
    .filter((word) => !flags.includes(word.replace('--', '')))
    .map((word) => `${verb} ${word}`);
}
