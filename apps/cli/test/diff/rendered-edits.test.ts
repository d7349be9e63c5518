import { compare } from '@resilience/diff/compare';
import type { Revision } from '@resilience/diff/revision';
import { Rendered, type RenderedObject } from '@resilience/policy/rendered';
import { expect, test } from 'vitest';

import { unedited } from './edited-harbour.ts';

/** What somebody changes in a rendered file by hand, or another version of the layer renders. */
interface RenderedEdit {
  readonly what: string;
  readonly kind: string;
  readonly name: string;
  /** A place in the object, and what stands there afterwards; the object is gone where it is left out. */
  readonly set?: readonly [at: readonly (string | number)[], to: (old: unknown) => unknown];
  readonly sentence: string;
}

const isIt = (object: RenderedObject, { kind, name }: RenderedEdit): boolean =>
  object.kind === kind && object.name === name;

async function edited(edit: RenderedEdit): Promise<{ before: Revision; after: Revision }> {
  const before = await unedited('production');
  const objects = before.rendered.objects.flatMap((object) => {
    if (!isIt(object, edit)) return [object];
    return edit.set ? [{ ...object, value: withSet(object.value, ...edit.set) }] : [];
  });
  return { before, after: { ...before, rendered: new Rendered('production', objects) } };
}

function withSet(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  to: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return to(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = withSet(copy[key], rest, to);
  return copy;
}

const added =
  (...more: readonly unknown[]) =>
  (old: unknown): unknown[] => [...((old ?? []) as unknown[]), ...more];

const approvals = 'resilience-restores-are-approved';
const admission = 'admissionregistration.k8s.io/ValidatingAdmissionPolicy';
const permissions = 'access/velero_permissions';

const bucket = 'backups_storage';
const rule = ['spec', 'groups', 0, 'rules', 0];

const edits: readonly RenderedEdit[] = [
  {
    what: 'a schedule is paused',
    kind: 'velero.io/Schedule',
    name: 'daily',
    set: [['spec', 'paused'], () => true],
    sentence: 'The schedule daily is paused: no backup is made.',
  },
  {
    what: 'a drill is suspended',
    kind: 'argoproj.io/CronWorkflow',
    name: 'drill-validation',
    set: [['spec', 'suspend'], () => true],
    sentence: 'The CronWorkflow drill-validation is suspended: no drill is run.',
  },
  {
    what: 'an admission policy only warns',
    kind: `${admission}Binding`,
    name: approvals,
    set: [['spec', 'validationActions'], () => ['Warn']],
    sentence: `The admission policy ${approvals} answers with Warn instead of Deny and Audit.`,
  },
  {
    what: 'an admission policy has no binding',
    kind: `${admission}Binding`,
    name: approvals,
    sentence: `The admission policy ${approvals} is no longer bound: it judges nothing.`,
  },
  {
    what: 'an admission policy fails open',
    kind: admission,
    name: approvals,
    set: [['spec', 'failurePolicy'], () => 'Ignore'],
    sentence: `Where the admission policy ${approvals} cannot be evaluated, the answer is Ignore instead of Fail.`,
  },
  {
    what: 'the network is opened',
    kind: 'networking.k8s.io/NetworkPolicy',
    name: 'deny-by-default',
    set: [['spec', 'ingress'], () => [{}]],
    sentence: 'The NetworkPolicy deny-by-default allows this ingress: {}.',
  },
  {
    what: 'a NetworkPolicy is removed',
    kind: 'networking.k8s.io/NetworkPolicy',
    name: 'egress-to-aws-and-api',
    sentence: 'The NetworkPolicy egress-to-aws-and-api is removed.',
  },
  {
    what: 'a role may do more',
    kind: 'data.aws_iam_policy_document',
    name: permissions,
    set: [['statement', 0, 'actions'], added('s3:DeleteBucket')],
    sentence: `The policy ${permissions} (ListBackups) allows s3:DeleteBucket.`,
  },
  {
    what: 'a role may do something with everything',
    kind: 'data.aws_iam_policy_document',
    name: permissions,
    set: [['statement', 0, 'resources'], () => ['*']],
    sentence: `The policy ${permissions} (ListBackups) is about every resource instead of some resources.`,
  },
  {
    what: 'a condition of a trust is gone',
    kind: 'data.aws_iam_policy_document',
    name: 'access/velero_trust',
    set: [['statement', 0, 'condition'], () => []],
    sentence: 'The policy access/velero_trust has 0 conditions instead of 2 conditions.',
  },
  {
    what: 'a role may be taken on from another account',
    kind: 'data.aws_iam_policy_document',
    name: 'access/velero_trust',
    set: [
      ['statement', 0, 'principals'],
      added({ type: 'AWS', identifiers: ['arn:aws:iam::999999999999:root'] }),
    ],
    sentence: 'The policy access/velero_trust is for arn:aws:iam::999999999999:root, too.',
  },
  {
    what: 'a refusal is gone',
    kind: 'data.aws_iam_policy_document',
    name: `backup-storage/${bucket}_policy-document`,
    set: [['statement'], (old) => (old as unknown[]).slice(1)],
    sentence: `The policy backup-storage/${bucket}_policy-document no longer refuses what DenyPlaintext refused.`,
  },
  {
    what: 'versions are no longer kept',
    kind: 'aws_s3_bucket_versioning',
    name: `backup-storage/${bucket}_versioning`,
    set: [['versioning_configuration', 'status'], () => 'Suspended'],
    sentence: `Versioning of objects (backup-storage/${bucket}_versioning) is off instead of on.`,
  },
  {
    what: 'the key of the backups is not used',
    kind: 'aws_s3_bucket_server_side_encryption_configuration',
    name: `backup-storage/${bucket}_default-encryption`,
    set: [['rule', 0, 'apply_server_side_encryption_by_default', 'sse_algorithm'], () => 'AES256'],
    sentence: `Encryption with a key of the environment (backup-storage/${bucket}_default-encryption) is off instead of on.`,
  },
  {
    what: 'a bucket may be public',
    kind: 'aws_s3_bucket_public_access_block',
    name: `backup-storage/${bucket}_public-access`,
    set: [['block_public_policy'], () => false],
    sentence: `The block of public access (backup-storage/${bucket}_public-access) is off instead of on.`,
  },
  {
    what: 'a bucket may be destroyed',
    kind: 'aws_s3_bucket',
    name: `backup-storage/${bucket}_bucket`,
    set: [['lifecycle'], () => ({})],
    sentence: `Terraform does not refuse to destroy aws_s3_bucket backup-storage/${bucket}_bucket; before, it refused.`,
  },
  {
    what: 'an alert waits longer',
    kind: 'monitoring.coreos.com/PrometheusRule',
    name: 'resilience-velero-down',
    set: [[...rule, 'for'], () => '2h'],
    sentence: 'The alert VeleroDown waits for 2h instead of 10m before it fires.',
  },
  {
    what: 'an alert is less urgent',
    kind: 'monitoring.coreos.com/PrometheusRule',
    name: 'resilience-velero-down',
    set: [[...rule, 'labels', 'severity'], () => 'info'],
    sentence: 'The alert VeleroDown has the severity info instead of critical.',
  },
  {
    what: 'an alert is removed',
    kind: 'monitoring.coreos.com/PrometheusRule',
    name: 'resilience-velero-down',
    sentence: 'The alert VeleroDown is no longer there.',
  },
];

test.each(edits)('$what', async (edit) => {
  const { before, after } = await edited(edit);
  expect(compare({ before, after })?.statements).toEqual([
    expect.objectContaining({ direction: 'weaker', text: edit.sentence }),
  ]);
  expect(compare({ before: after, after: before })?.statements).toEqual([
    expect.objectContaining({ direction: 'stronger' }),
  ]);
});
