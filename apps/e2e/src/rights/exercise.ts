import { CreateVolumeCommand } from '@aws-sdk/client-ec2';

import type { Manifest } from '../apiserver/client.ts';
import { assertRestored, sampleBackup, sampleNamespace, sampleRestore } from '../faults/sample.ts';
import { forget } from '../faults/sample.ts';
import type { Cluster } from '../platform/cluster.ts';
import { deletionOf, ended } from '../velero/backups.ts';
import { waitUntil } from '../wait-until.ts';

/** A volume of EC2 that a claim of the sample is bound to. */
export async function makeVolume({ client, aws, environment }: Cluster): Promise<void> {
  const zone = `${environment.aws.region}a`;
  const { VolumeId = '' } = await aws.ec2.send(
    new CreateVolumeCommand({ AvailabilityZone: zone, Size: 1 }),
  );
  for (const object of claimed(VolumeId, zone)) await client.apply(object);
}

const claimed = (volumeID: string, zone: string): Manifest[] => [
  {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'of-ec2', labels: { 'topology.kubernetes.io/zone': zone } },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      storageClassName: 'by-hand',
      persistentVolumeReclaimPolicy: 'Retain',
      claimRef: { namespace: sampleNamespace, name: 'of-ec2' },
      awsElasticBlockStore: { volumeID, fsType: 'ext4' },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'of-ec2', namespace: sampleNamespace },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'by-hand',
      resources: { requests: { storage: '1Gi' } },
    },
  },
];

/**
 * Does all that Velero's server does: backs objects and a volume up, restores both, and deletes the backup.
 *
 * @returns the first that did not go well; nothing, when all did
 */
export async function exercise(cluster: Cluster, name: string): Promise<string | undefined> {
  const { client } = cluster;
  const location = '/apis/velero.io/v1/namespaces/velero/backupstoragelocations/default';
  const seen = await waitUntil('the location is looked at', 120_000, async () => {
    const { body } = await client.request('GET', location);
    const { phase, lastValidationTime } = (body as Location).status ?? {};
    return Date.parse(lastValidationTime ?? '') > startOf(cluster) && phase;
  });
  if (seen !== 'Available') return `the location is ${seen}`;
  const volumes = { snapshotVolumes: true, volumeSnapshotLocations: ['default'] };
  const backup = await ended(client, sampleBackup(name, volumes), 120_000);
  if (backup !== 'Completed') return `the backup is ${backup}`;
  await forget(cluster);
  const restore = await ended(client, sampleRestore(name, name, { restorePVs: true }), 120_000);
  if (restore !== 'Completed') return `the restore is ${restore}`;
  await assertRestored(cluster);
  return deleteIt(cluster, name);
}

interface Location {
  readonly status?: { readonly phase?: string; readonly lastValidationTime?: string };
}

/** When the server was started, in milliseconds, to the second. */
const startOf = ({ velero }: Cluster): number => velero().startedAt - 1_000;

async function deleteIt({ client }: Cluster, name: string): Promise<string | undefined> {
  const request = deletionOf(name, name);
  await client.apply(request);
  const path = await client.pathOf(request);
  const errors = await waitUntil('the backup is deleted', 120_000, async () => {
    const { status, body } = await client.request('GET', path);
    if (status === 404) return [];
    const { phase, errors: found = [] } = (body as Deletion).status ?? {};
    return phase === 'Processed' && found;
  });
  return errors.length === 0 ? undefined : `the backup is not deleted: ${errors[0]}`;
}

interface Deletion {
  readonly status?: { readonly phase?: string; readonly errors?: readonly string[] };
}
