import { backupStorageLocation } from '@resilience/velero/kinds/backup-storage-location';
import { schedule } from '@resilience/velero/kinds/schedule';
import { volumeSnapshotClass } from '@resilience/velero/kinds/volume-snapshot-class';
import { volumeSnapshotLocation } from '@resilience/velero/kinds/volume-snapshot-location';
import type { z } from 'zod';

/** The kinds that no package publishes validators for. */
const ours: Readonly<Record<string, z.ZodType>> = {
  'snapshot.storage.k8s.io/v1/VolumeSnapshotClass': volumeSnapshotClass,
  'velero.io/v1/BackupStorageLocation': backupStorageLocation,
  'velero.io/v1/Schedule': schedule,
  'velero.io/v1/VolumeSnapshotLocation': volumeSnapshotLocation,
};

/** The packages that publish validators made from upstream's definitions. */
const published: Readonly<Record<string, string>> = {
  'argoproj.io/v1alpha1/AppProject': '@kubernetes-models/argo-cd',
  'argoproj.io/v1alpha1/Application': '@kubernetes-models/argo-cd',
  'argoproj.io/v1alpha1/WorkflowTemplate': '@kubernetes-models/argo-workflows',
  'monitoring.coreos.com/v1/ServiceMonitor': '@kubernetes-models/prometheus-operator',
};

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

type Model = new (data: object) => { validate(): void };

/** @throws when the object is not valid for its kind, or nobody knows its kind */
export async function validate(object: Manifest): Promise<void> {
  const type = `${object.apiVersion}/${object.kind}`;
  if (ours[type]) {
    ours[type].parse(object);
    return;
  }
  const module: unknown = await import(`${published[type] ?? 'kubernetes-models'}/${type}`);
  const Kind = (module as Record<string, Model>)[object.kind];
  if (!Kind) throw new Error(`no validator for ${type}`);
  new Kind(object).validate();
}
