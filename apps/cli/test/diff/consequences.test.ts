import { forceNewOf } from '@resilience/diff/aws/force-new';
import type { EnvironmentDiff } from '@resilience/diff/compare';
import { compare } from '@resilience/diff/compare';
import { expect, test } from 'vitest';

import { type Edited, editedHarbour, judged, unedited } from './edited-harbour.ts';

/** All that an edit leads to, with what is proved, priced and found. */
async function consequences(edited: Edited): Promise<EnvironmentDiff> {
  const before = await judged(await unedited(edited.environment ?? 'production'));
  const found = compare({ before, after: await judged(await editedHarbour(edited)) });
  if (!found) throw new Error('nothing differs');
  return found;
}

const awsOf = ({ aws }: EnvironmentDiff, change: string): string[] =>
  aws
    .filter((one) => one.change === change && one.because === undefined)
    .map(({ stack, address }) => `${stack} ${address}`);

test('a bucket that must be another one is replaced, and Terraform refuses it', async () => {
  const found = await consequences({
    edit: [[/objectLock: \{[^}]*\}/, "objectLock: { mode: 'governance', retention: days(366) }"]],
  });
  expect(awsOf(found, 'replaced')).toEqual([
    'backup-replica aws_s3_bucket.archive_storage_bucket',
    'backup-replica aws_s3_bucket.replica_storage_bucket',
    'backup-storage aws_s3_bucket.backups_storage_bucket',
  ]);
  expect(found.aws.slice(0, 3)).toEqual(
    Array.from({ length: 3 }, () =>
      expect.objectContaining({
        attributes: ['object_lock_enabled'],
        loses: 'all objects of the bucket',
        refused: true,
      }),
    ),
  );
  expect(found.aws).toContainEqual(
    expect.objectContaining({
      address: 'aws_s3_bucket_versioning.backups_storage_versioning',
      change: 'replaced',
      because: 'aws_s3_bucket.backups_storage_bucket',
    }),
  );
});

test('what is no longer rendered is destroyed, what holds data first', async () => {
  const found = await consequences({
    edit: [
      [
        /replication: \{[^}]*\}/,
        "replication: { to: 'nowhere', reason: 'Costs are to be saved this year.' }",
      ],
    ],
  });
  expect(awsOf(found, 'destroyed').slice(0, 3)).toEqual([
    'backup-replica aws_kms_key.password_encryption_key',
    'backup-replica aws_kms_key.replica_encryption_key',
    'backup-replica aws_s3_bucket.replica_storage_bucket',
  ]);
  expect(found.alerts).toEqual({
    appears: [],
    vanishes: ['ReplicationFailing', 'ReplicationLagging'],
  });
  expect(found.proofs).toContainEqual({
    service: 'certificates',
    scenario: 'bucket-loss',
    before: { verdict: 'proved', rpo: 51_300, rto: 1869 },
    after: { verdict: 'breached', rpo: undefined, rto: undefined },
  });
  expect(found.cost?.after?.[2]).toBeLessThan(found.cost?.before?.[2] ?? 0);
});

test('a stack that moves leaves behind what it made', async () => {
  const found = await consequences({
    environment: 'staging',
    edit: [
      ["region: 'us-east-1'", "region: 'eu-west-1'"],
      ['oidc.eks.us-east-1', 'oidc.eks.eu-west-1'],
    ],
  });
  expect(found.stacks).toContainEqual({
    stack: 'backup-storage',
    change: 'moved',
    resources: expect.any(Number),
    holdsData: true,
    before: '777788889999/us-east-1',
    after: '777788889999/eu-west-1',
  });
  expect(found.aws).toEqual([]);
  expect(found.findings).toContainEqual(
    expect.objectContaining({ change: 'new', rule: 'access/regions-are-allowed' }),
  );
});

test('a stack whose state is kept elsewhere moves, too', async () => {
  const found = await consequences({
    file: 'organisation.ts',
    edit: [["organisation: 'harbour'", "organisation: 'haven'"]],
  });
  expect(new Set(found.stacks.map(({ change }) => change))).toEqual(new Set(['moved']));
});

test('a schedule that is removed stays in the cluster; what it needs is deleted', async () => {
  const found = await consequences({ edit: [[/ {4}weekly: \{[^}]*\},\n/, '']] });
  const ofSchedules = found.cluster.filter(({ application }) => application === 'velero-schedules');
  expect(ofSchedules.map(({ object, change }) => `${object} ${change}`)).toEqual([
    'ConfigMap/weekly-volume-policies deleted',
    'Schedule/weekly left',
  ]);
  expect(found.steps.at(0)).toEqual({
    by: 'argocd',
    text: 'wave 4, velero-schedules: 1 deleted, 1 left',
  });
});

test('a drill and a channel that are new bring what a person does', async () => {
  const drill = await consequences({
    edit: [
      [
        /^ {2}drills: \{\n/m,
        "$&    restore: {\n      kind: 'namespace-restore',\n      cron: '0 7 2 * *',\n      durationBudget: hours(2),\n      services: ['media'],\n    },\n",
      ],
    ],
  });
  expect(drill.drills).toEqual({ appears: ['drill-restore'], vanishes: [] });
  const channel = await consequences({
    file: 'organisation.ts',
    edit: [["{ name: 'pagerduty', key: 'routing-key' }", "{ name: 'new-pager', key: 'key' }"]],
  });
  expect(channel.steps).toContainEqual({
    by: 'person',
    text: 'create the key key of the Secret new-pager, as environments/production/rendered/secrets.md says',
  });
});

test('a budget is changed in place by one stack, in the order of ArgoCD afterwards', async () => {
  const found = await consequences({
    edit: [['monthlyBudget: usd(400)', 'monthlyBudget: usd(450)']],
  });
  expect(awsOf(found, 'updated')).toEqual(['backup-storage aws_budgets_budget.budget_monthly']);
  expect(found.steps).toEqual([
    { by: 'person', text: 'terraform apply, in this order: backup-storage' },
    { by: 'argocd', text: 'wave 5, resilience-alerts: 1 changed' },
    { by: 'argocd', text: 'wave 5, resilience-dashboards: 1 changed' },
  ]);
});

test('a finding that a waiver excuses is waived', async () => {
  const before = await judged(await unedited('production'));
  const [finding] = (
    await judged(
      await editedHarbour({ edit: [['keyRotation: days(365)', 'keyRotation: days(730)']] }),
    )
  ).findings;
  if (!finding) throw new Error('the policy finds nothing');
  const open = { ...before, findings: [finding] };
  const waiver = { rule: '', subject: '', reason: '', owner: '', expires: '' };
  const waived = { ...before, findings: [{ ...finding, waiver }] };
  const changes = [
    [before, open],
    [open, before],
    [open, waived],
    [waived, open],
  ].map(([old, now]) => compare({ before: old, after: now })?.findings.map(({ change }) => change));
  expect(changes).toEqual([['new'], ['fixed'], ['waived'], ['no longer waived']]);
});

test('an environment that comes or goes is one sentence, and its stacks', async () => {
  const staging = await judged(await unedited('staging'));
  const added = compare({ before: undefined, after: staging });
  const removed = compare({ before: staging, after: undefined });
  expect(added).toMatchObject({
    change: 'added',
    statements: [{ direction: 'stronger', text: 'The environment staging is added.' }],
  });
  expect(removed).toMatchObject({
    change: 'removed',
    statements: [{ direction: 'weaker', text: expect.stringContaining('staging is removed') }],
  });
  expect(removed?.stacks.map(({ stack, change }) => `${stack} ${change}`)).toEqual([
    'bootstrap left',
    'evidence-store left',
    'backup-storage left',
    'access left',
  ]);
  expect(removed?.steps.filter(({ by }) => by === 'person')).toEqual([
    { by: 'person', text: expect.stringContaining('what these stacks made stays in AWS') },
  ]);
});

test('of every type that is rendered it is known what cannot be changed in place', async () => {
  const all = await Promise.all(['production', 'staging', 'dr'].map(unedited));
  const types = new Set(
    all.flatMap(({ rendered }) =>
      rendered.objects.map(({ kind }) => kind).filter((kind) => kind.startsWith('aws_')),
    ),
  );
  expect(types.size).toBeGreaterThan(20);
  expect([...types].filter((type) => forceNewOf(type) === undefined)).toEqual([]);
});

test('a policy that says something else changes what refers to it', async () => {
  const found = await consequences({
    edit: [
      [
        "user/break-glass-2',",
        "user/break-glass-2',\n        'arn:aws:iam::444455556666:user/intern',",
      ],
    ],
  });
  expect(awsOf(found, 'updated')).toEqual(['access aws_iam_role.break-glass-role']);
  expect(found.steps).toEqual([{ by: 'person', text: 'terraform apply, in this order: access' }]);
});
