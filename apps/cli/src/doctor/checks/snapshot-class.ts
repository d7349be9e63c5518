import { z } from 'zod';

import { UnknownKind } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

/** By which Velero chooses a class among those of a driver. @see https://velero.io/docs/v1.18/csi/ */
const label = 'velero.io/csi-volumesnapshot-class';

const snapshotClass = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).default({}),
  }),
  driver: z.string(),
  deletionPolicy: z.string(),
});
const list = z.object({ items: z.array(snapshotClass) });

type SnapshotClass = z.output<typeof snapshotClass>;

const isLabelled = ({ metadata }: SnapshotClass): boolean => metadata.labels[label] === 'true';

/** Velero finds the rendered class of snapshots, and no other, for the driver of the volumes. */
export const snapshotClasses: DoctorCheck = {
  group: 'Velero',
  name: 'classes of snapshots',
  examine: async ({ kubectl, objects }) => {
    const rendered = objects
      .filter(({ kind }) => kind === 'VolumeSnapshotClass')
      .map(({ value }) => snapshotClass.parse(value));
    try {
      const words = ['get', 'volumesnapshotclasses.snapshot.storage.k8s.io'];
      const { items } = list.parse(await kubectl.json(words));
      return rendered.map((one) => judge(one, items));
    } catch (error) {
      if (!(error instanceof UnknownKind)) throw error;
      const found = 'the API server does not know VolumeSnapshotClass: no volume is snapshotted';
      const fix = 'install the snapshot controller with its definitions';
      return [{ subject: 'VolumeSnapshotClass', state: 'wrong', found, fix }];
    }
  },
};

function judge(rendered: SnapshotClass, items: readonly SnapshotClass[]): Found {
  const { name } = rendered.metadata;
  const subject = `VolumeSnapshotClass ${name}`;
  const sync = `sync the application velero-locations in ArgoCD`;
  const live = items.find((item) => item.metadata.name === name);
  if (!live) {
    const found = `is not there: no volume of ${rendered.driver} is snapshotted`;
    return { subject, state: 'wrong', found, fix: sync };
  }
  const faults = faultsOf(rendered, live);
  if (faults.length > 0) return { subject, state: 'wrong', found: faults.join('; '), fix: sync };
  const others = items.filter((item) => item !== live && rivals(item, live));
  return others.length === 0
    ? { subject, state: 'ok', found: `of ${live.driver}, ${live.deletionPolicy}` }
    : {
        subject,
        state: 'warning',
        found: `${others.map(({ metadata }) => metadata.name).join(', ')} has the label ${label}, too: Velero takes one of them`,
        fix: `kubectl label volumesnapshotclass ${others[0]?.metadata.name ?? ''} ${label}-`,
      };
}

const rivals = (one: SnapshotClass, other: SnapshotClass): boolean =>
  one.driver === other.driver && isLabelled(one);

function faultsOf(rendered: SnapshotClass, live: SnapshotClass): string[] {
  return [
    ...(isLabelled(live) ? [] : [`has no label ${label}=true: Velero does not find it`]),
    ...(live.driver === rendered.driver
      ? []
      : [`is of ${live.driver}, and not ${rendered.driver}`]),
    ...(live.deletionPolicy === rendered.deletionPolicy
      ? []
      : [
          `deletionPolicy is ${live.deletionPolicy}, and not ${rendered.deletionPolicy}: a deleted namespace takes its snapshots with it`,
        ]),
  ];
}
