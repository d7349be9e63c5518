import type { Environment } from '@resilience/config/environment';
import { argocdController } from '@resilience/config/names';

import { type Manifest, succeeded } from '../apiserver/client.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';
import { userName } from '../apiserver/user-name.ts';
import { backupOf, hoursAgo } from './backup-of.ts';
import { type DoctorCase, merged, secretNamed } from './doctor-case.ts';
import { podOf, repositoryOf } from './living-cluster.ts';
import { put, remove } from './put.ts';

/** What is rendered is missing or changed, and what Velero makes of it is old, or does not work. */
export function veleroCases(environment: Environment): readonly DoctorCase[] {
  const rendered = renderedObjects(environment.name).map(({ object }) => object);
  const [gone, late] = rendered.filter(({ kind }) => kind === 'Schedule');
  const snapshots = rendered.find(({ kind }) => kind === 'VolumeSnapshotClass');
  const server = rendered.find(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'velero',
  );
  const [service] = Object.values(environment.services);
  if (!gone || !late || !snapshots || !server || !service) {
    throw new Error(`${environment.name} renders too little to be looked at`);
  }
  return [
    scheduleIsMissing(gone, userName(argocdController(environment))),
    backupIsOld(late.metadata.name),
    snapshotsAreNotFound(snapshots),
    serverIsStopped(server),
    podIsMissing(server),
    repositoryIsNotReady(service.namespace),
    passwordIsMissing,
  ];
}

const scheduleIsMissing = (schedule: Manifest, argocd: string): DoctorCase => ({
  subject: `Schedule/${schedule.metadata.name}`,
  found: /^is not in the cluster$/,
  fix: /sync its application/,
  inflict: (client) => remove(client, schedule, argocd),
});

const backupIsOld = (schedule: string): DoctorCase => ({
  subject: `newest backup of ${schedule}`,
  found: /the schedule allows/,
  fix: /BackupScheduleMissed\.md/,
  inflict: (client) =>
    put(client, backupOf(`${schedule}-e2e`, { schedule, startTimestamp: hoursAgo(24 * 60) })),
});

const snapshotsAreNotFound = (snapshots: Manifest): DoctorCase => ({
  subject: `VolumeSnapshotClass ${snapshots.metadata.name}`,
  found: /has no label .*deletionPolicy is Delete, and not Retain/,
  fix: /sync the application velero-locations/,
  inflict: async (client) => {
    await remove(client, snapshots);
    const { name } = snapshots.metadata;
    await client.apply({ ...snapshots, metadata: { name }, deletionPolicy: 'Delete' });
  },
});

const serverIsStopped = (server: Manifest): DoctorCase => ({
  subject: 'Deployment/velero',
  found: /^differs at spec\.replicas$/,
  fix: /sync its application/,
  inflict: async (client) => {
    const path = await client.pathOf(server);
    return succeeded(await client.request('PATCH', path, merged({ spec: { replicas: 0 } })));
  },
});

const podIsMissing = (server: Manifest): DoctorCase => ({
  subject: 'pods of the Deployment velero',
  found: /^there are none$/,
  fix: /kubectl describe deployment velero --namespace velero/,
  inflict: async (client) => {
    const pod = podOf(server);
    if (pod) await remove(client, pod);
  },
});

const repositoryIsNotReady = (namespace: string): DoctorCase => ({
  subject: `BackupRepository ${namespace}-default-kopia`,
  found: /^NotReady/,
  fix: /RepositoryNotReady\.md/,
  inflict: (client) => put(client, repositoryOf(namespace, 'NotReady')),
});

const passwordIsMissing: DoctorCase = {
  subject: 'password of the repositories',
  found: /^is not in the cluster/,
  fix: /Secrets Manager/,
  inflict: (client) => remove(client, secretNamed('velero-repo-credentials')),
};
