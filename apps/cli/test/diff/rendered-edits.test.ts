import { compare } from '@resilience/diff/compare';
import type { Revision } from '@resilience/diff/revision';
import { Rendered, type RenderedObject } from '@resilience/policy/rendered';
import { expect, test } from 'vitest';

import { unedited } from './edited-harbour.ts';

/** What somebody changes in a rendered file by hand, or another version of the layer renders. */
type Change = (value: Record<string, any>) => void;

const pick = (kind: string, name: string) => (object: RenderedObject) =>
  object.kind === kind && object.name === name;

/** An object is changed, or taken away. */
async function changed(
  isIt: (object: RenderedObject) => boolean,
  change: Change | undefined,
): Promise<{ before: Revision; after: Revision }> {
  const before = await unedited('production');
  const objects = before.rendered.objects.flatMap((object) => {
    if (!isIt(object)) return [object];
    if (!change) return [];
    const value = structuredClone(object.value) as Record<string, unknown>;
    change(value);
    return [{ ...object, value }];
  });
  expect(objects).not.toEqual(before.rendered.objects);
  return { before, after: { ...before, rendered: new Rendered('production', objects) } };
}

const approvals = 'resilience-restores-are-approved';
const admission = 'admissionregistration.k8s.io/ValidatingAdmissionPolicy';
const permissions = 'access/velero_permissions';

const edits: [string, (object: RenderedObject) => boolean, Change | undefined, string][] = [
  [
    'a schedule is paused',
    pick('velero.io/Schedule', 'daily'),
    ({ spec }) => (spec.paused = true),
    'The schedule daily is paused: no backup is made.',
  ],
  [
    'a drill is suspended',
    pick('argoproj.io/CronWorkflow', 'drill-validation'),
    ({ spec }) => (spec.suspend = true),
    'The CronWorkflow drill-validation is suspended: no drill is run.',
  ],
  [
    'an admission policy only warns',
    pick(`${admission}Binding`, approvals),
    ({ spec }) => (spec.validationActions = ['Warn']),
    `The admission policy ${approvals} answers with Warn instead of Deny and Audit.`,
  ],
  [
    'an admission policy has no binding',
    pick(`${admission}Binding`, approvals),
    undefined,
    `The admission policy ${approvals} is no longer bound: it judges nothing.`,
  ],
  [
    'an admission policy fails open',
    pick(admission, approvals),
    ({ spec }) => (spec.failurePolicy = 'Ignore'),
    `Where the admission policy ${approvals} cannot be evaluated, the answer is Ignore instead of Fail.`,
  ],
  [
    'the network is opened',
    pick('networking.k8s.io/NetworkPolicy', 'deny-by-default'),
    ({ spec }) => (spec.ingress = [{}]),
    'The NetworkPolicy deny-by-default allows this ingress: {}.',
  ],
  [
    'a NetworkPolicy is removed',
    pick('networking.k8s.io/NetworkPolicy', 'egress-to-aws-and-api'),
    undefined,
    'The NetworkPolicy egress-to-aws-and-api is removed.',
  ],
  [
    'a role may do more',
    pick('data.aws_iam_policy_document', permissions),
    ({ statement }) => statement[0].actions.push('s3:DeleteBucket'),
    `The policy ${permissions} (ListBackups) allows s3:DeleteBucket.`,
  ],
  [
    'a role may be taken on by another account',
    pick('data.aws_iam_policy_document', 'access/velero_trust'),
    ({ statement }) =>
      statement[0].principals.push({
        type: 'AWS',
        identifiers: ['arn:aws:iam::999999999999:root'],
      }),
    'The policy access/velero_trust is for arn:aws:iam::999999999999:root, too.',
  ],
  [
    'a refusal is gone',
    pick('data.aws_iam_policy_document', 'backup-storage/backups_storage_policy-document'),
    ({ statement }) => statement.shift(),
    'The policy backup-storage/backups_storage_policy-document no longer refuses what DenyPlaintext refused.',
  ],
  [
    'versions are no longer kept',
    pick('aws_s3_bucket_versioning', 'backup-storage/backups_storage_versioning'),
    (value) => (value['versioning_configuration'].status = 'Suspended'),
    'Versioning of objects (backup-storage/backups_storage_versioning) is off instead of on.',
  ],
  [
    'the key of the backups is not used',
    pick(
      'aws_s3_bucket_server_side_encryption_configuration',
      'backup-storage/backups_storage_default-encryption',
    ),
    ({ rule }) => (rule[0].apply_server_side_encryption_by_default = { sse_algorithm: 'AES256' }),
    'Encryption with a key of the environment (backup-storage/backups_storage_default-encryption) is off instead of on.',
  ],
  [
    'a bucket may be public',
    pick('aws_s3_bucket_public_access_block', 'backup-storage/backups_storage_public-access'),
    (value) => (value['block_public_policy'] = false),
    'The block of public access (backup-storage/backups_storage_public-access) is off instead of on.',
  ],
  [
    'a bucket may be destroyed',
    pick('aws_s3_bucket', 'backup-storage/backups_storage_bucket'),
    (value) => delete value['lifecycle'],
    'Terraform does not refuse to destroy aws_s3_bucket backup-storage/backups_storage_bucket; before, it refused.',
  ],
  [
    'an alert waits longer',
    pick('monitoring.coreos.com/PrometheusRule', 'resilience-velero-down'),
    ({ spec }) => (spec.groups[0].rules[0].for = '2h'),
    'The alert VeleroDown waits for 2h instead of 10m before it fires.',
  ],
  [
    'an alert is less urgent',
    pick('monitoring.coreos.com/PrometheusRule', 'resilience-velero-down'),
    ({ spec }) => (spec.groups[0].rules[0].labels.severity = 'info'),
    'The alert VeleroDown has the severity info instead of critical.',
  ],
  [
    'an alert is removed',
    pick('monitoring.coreos.com/PrometheusRule', 'resilience-velero-down'),
    undefined,
    'The alert VeleroDown is no longer there.',
  ],
];

test.each(edits)('%s', async (_, isIt, change, sentence) => {
  const { before, after } = await changed(isIt, change);
  expect(compare({ before, after })?.statements).toEqual([
    expect.objectContaining({ direction: 'weaker', text: sentence }),
  ]);
  expect(compare({ before: after, after: before })?.statements).toEqual([
    expect.objectContaining({ direction: 'stronger' }),
  ]);
});
