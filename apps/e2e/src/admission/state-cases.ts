import type { Environment } from '@resilience/config/environment';
import { approvalLabel } from '@resilience/config/names';

import { renderedObjects } from '../apiserver/rendered-objects.ts';
import type { AdmissionCase, Asker } from './admission-case.ts';
import {
  backup,
  type Changes,
  copied,
  deletion,
  type ObjectOf,
  repository,
  restore,
  upload,
} from './stateful-objects.ts';

const past = { expiration: '2020-01-01T00:00:00Z' };
const onlyVelero = {
  spec: 'Velero alone changes the spec',
  status: 'Velero alone writes a status',
  labels: 'Labels and annotations that begin with velero.io/',
  owners: 'Owners stay as they are',
};
const owner = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  name: 'gone',
  uid: '6f1d2c9e-0000-4000-8000-000000000000',
};

/** Whether what Velero acts on can be written by anybody else. */
export const stateCases = (environment: Environment): AdmissionCase[] => [
  ...expiry(),
  ...movements(),
  ...requests(),
  ...declaredInGit(environment),
];

const update = (
  asker: Asker,
  object: ObjectOf,
  [what, changes, refused]: readonly [string, Changes, string?],
): AdmissionCase => ({
  asker,
  what,
  operation: 'update',
  before: object(),
  object: object(changes),
  ...(refused !== undefined && { refused }),
});

const expiry = (): AdmissionCase[] => [
  ...(
    [
      ['make a backup expire', { status: { phase: 'Completed', ...past } }, onlyVelero.status],
      ['call a backup partial', { status: { phase: 'PartiallyFailed' } }, onlyVelero.status],
      ['take the status of a backup away', { status: {} }, onlyVelero.status],
      ['make a backup expire by its ttl', { spec: { ttl: '1h0m0s' } }, onlyVelero.spec],
      [
        'move a backup to a location that lacks it',
        { labels: { 'velero.io/storage-location': 'other' } },
        onlyVelero.labels,
      ],
      [
        'give a backup to a schedule',
        { labels: { 'velero.io/schedule-name': 'daily' } },
        onlyVelero.labels,
      ],
      ['say who approved what', { labels: { [approvalLabel]: 'dave' } }, onlyVelero.labels],
      [
        'annotate a backup as Velero does',
        { annotations: { 'velero.io/resource-timeout': '1s' } },
        onlyVelero.labels,
      ],
      ['give a backup an owner that is gone', { ownerReferences: [owner] }, onlyVelero.owners],
      ['label a backup for itself', { labels: { 'watched-by': 'alice' } }],
      ['annotate a backup for itself', { annotations: { note: 'of the audit' } }],
    ] as const
  ).map((change) => update('person', backup, change)),
  update('argocd', backup, ['make a backup expire', { status: past }, onlyVelero.status]),
  update('node-agent', backup, ['make a backup expire', { status: past }, onlyVelero.status]),
  update('runbook', backup, ['make a backup expire', { status: past }, onlyVelero.status]),
  update('velero', backup, ['note that a backup expires', { status: past }]),
  update('velero', backup, ['take a label off', { labels: { 'velero.io/gc-failure': 'x' } }]),
  {
    asker: 'person',
    what: 'make a backup that says it is complete',
    operation: 'create',
    object: backup(),
    refused: onlyVelero.status,
  },
  {
    asker: 'person',
    what: 'make a backup with a status of nothing, as the command line of Velero does',
    operation: 'create',
    object: backup({ status: {} }),
  },
  { asker: 'velero', what: 'note a backup of the bucket', operation: 'create', object: backup() },
];

const movements = (): AdmissionCase[] =>
  [copied, upload].flatMap((object) => {
    const of = object().kind;
    const elsewhere = { status: { phase: 'Completed', snapshotID: 'another' } };
    return [
      update('person', object, [`let a ${of} name another copy`, elsewhere, onlyVelero.status]),
      update('argocd', object, [`let a ${of} name another copy`, elsewhere, onlyVelero.status]),
      update('person', object, [
        `let a ${of} be of another backup`,
        { labels: { 'velero.io/backup-name': 'another' } },
        onlyVelero.labels,
      ]),
      update('node-agent', object, [`note how far a ${of} is`, elsewhere]),
      update('velero', object, [`cancel a ${of}`, { spec: { ...specOf(object), cancel: true } }]),
      update('garbage-collector', object, [
        `free a ${of} of its owner`,
        { ownerReferences: [owner] },
      ]),
    ];
  });

const specOf = (object: ObjectOf): object =>
  (object() as unknown as { readonly spec: object }).spec;

const requests = (): AdmissionCase[] => [
  update('person', restore, [
    'run a restore again',
    { status: { phase: 'New' } },
    onlyVelero.status,
  ]),
  update('person', restore, [
    'run a restore again from nothing',
    { status: {} },
    onlyVelero.status,
  ]),
  update('person', restore, [
    'restore more than was approved',
    { spec: { backupName: 'daily', includedNamespaces: ['*'] } },
    onlyVelero.spec,
  ]),
  update('runbook', restore, [
    'run a restore again',
    { status: { phase: 'New' } },
    onlyVelero.status,
  ]),
  update('velero', restore, ['note how far a restore is', { status: { phase: 'InProgress' } }]),
  update('person', restore, ['label a restore for itself', { labels: { ticket: 'OPS-1' } }]),
  update('person', repository, [
    'let a repository be of other data',
    { spec: { ...specOf(repository), volumeNamespace: 'another' } },
    onlyVelero.spec,
  ]),
  update('person', repository, [
    'call a repository unusable',
    { status: { phase: 'NotReady' } },
    onlyVelero.status,
  ]),
  update('velero', repository, ['note its maintenance', { status: { phase: 'NotReady' } }]),
  update('person', deletion, [
    'let a request delete another backup',
    { spec: { backupName: 'daily-2' }, status: { phase: 'New' } },
    'Velero alone',
  ]),
  update('velero', deletion, ['note that it has deleted', { status: { phase: 'InProgress' } }]),
];

/** ArgoCD writes their spec, and Velero their status. */
function declaredInGit({ name }: Environment): AdmissionCase[] {
  const kinds = ['Schedule', 'BackupStorageLocation'];
  const found = kinds.flatMap((kind) =>
    renderedObjects(name).flatMap(({ object }) => (object.kind === kind ? [object] : [])),
  );
  const schedule = found.find(({ kind }) => kind === 'Schedule');
  const location = found.find(({ kind }) => kind === 'BackupStorageLocation');
  const later = { lastBackup: '2099-01-01T00:00:00Z' };
  const cases = [
    ...(schedule ? [[schedule, later, 'say that a schedule has fired in 2099'] as const] : []),
    ...(location ? [[location, { phase: 'Unavailable' }, 'call a location gone'] as const] : []),
  ];
  return cases.flatMap(([object, status, what]) =>
    (['person', 'argocd', 'velero'] as const).map((asker) => ({
      asker,
      what,
      operation: 'update' as const,
      object: { ...object, status },
      ...(asker !== 'velero' && { refused: onlyVelero.status }),
    })),
  );
}
