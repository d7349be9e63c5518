import { listAt, textAt } from '../input/plain.ts';
import type { Found } from '../objects/found.ts';

/** What makes a volume, as far as it is known. */
export interface Driver {
  /** Such as `ebs.csi.aws.com`. */
  readonly name: string;
  /** Known by the name of the class alone, which clouds and installers give it. */
  readonly guessed: boolean;
  readonly kind: DriverKind;
}

/** What can be done with the volumes of a driver. */
export interface DriverKind {
  /** The cloud whose own plugin of Velero takes snapshots of them. */
  readonly native: string | undefined;
  readonly csi: boolean;
  /** Snapshots are kept by the storage itself, which is in the cluster. */
  readonly inCluster: boolean;
  /** Their PersistentVolumes are of the type hostPath, which Velero copies no files of. */
  readonly hostPath: boolean;
}

const csi: DriverKind = { native: undefined, csi: true, inCluster: false, hostPath: false };
const neither: DriverKind = { native: undefined, csi: false, inCluster: false, hostPath: false };
const inCluster: DriverKind = { ...csi, inCluster: true };
const hostPath: DriverKind = { ...neither, inCluster: true, hostPath: true };

const kinds: readonly (readonly [RegExp, DriverKind])[] = [
  [/^(ebs\.csi\.(eks\.amazonaws|aws)\.com|kubernetes\.io\/aws-ebs)$/, { ...csi, native: 'aws' }],
  [/^(disk\.csi\.azure\.com|kubernetes\.io\/azure-disk)$/, { ...csi, native: 'azure' }],
  [/^(pd\.csi\.storage\.gke\.io|kubernetes\.io\/gce-pd)$/, { ...csi, native: 'gcp' }],
  [/^dobs\.csi\.digitalocean\.com$/, { ...csi, native: 'digitalocean' }],
  [/^(csi\.vsphere\.vmware\.com|kubernetes\.io\/vsphere-volume)$/, { ...csi, native: 'vsphere' }],
  [/^cinder\.csi\.openstack\.org$/, { ...csi, native: 'openstack' }],
  [/^(efs\.csi\.aws\.com|s3\.csi\.aws\.com|file\.csi\.azure\.com)$/, neither],
  [/(rancher\.io\/local-path|hostpath|kubernetes\.io\/host-path|openebs\.io\/local)/, hostPath],
  [/(nfs-subdir|nfs-client|no-provisioner|kubernetes\.io\/(glusterfs|nfs))/, neither],
  [/(longhorn|rook-ceph|openebs|topolvm|linstor|piraeus|zfs|portworx|mayastor)/, inCluster],
  [/csi/, csi],
];

/** Names that clouds and installers give to their classes. */
const usual: readonly (readonly [RegExp, string])[] = [
  [/^(gp2|gp3|io1|io2|ebs|auto-ebs|aws-ebs)([-.].*)?$|^ebs/, 'ebs.csi.aws.com'],
  [/^efs/, 'efs.csi.aws.com'],
  [/^(managed|default-azure|azuredisk|azure-disk)([-.].*)?$/, 'disk.csi.azure.com'],
  [/^azurefile/, 'file.csi.azure.com'],
  [/^(standard|premium)-rwo$|^pd-/, 'pd.csi.storage.gke.io'],
  [/^do-block-storage/, 'dobs.csi.digitalocean.com'],
  [/^longhorn/, 'driver.longhorn.io'],
  [/^(rook-ceph|ceph-)/, 'rook-ceph.rbd.csi.ceph.com'],
  [/^(local-path|local-hostpath)/, 'rancher.io/local-path'],
  [/^openebs-hostpath/, 'openebs.io/local'],
  [/^openebs/, 'openebs'],
  [/^(nfs|nfs-client)/, 'nfs-client'],
  [/^csi-cinder/, 'cinder.csi.openstack.org'],
  [/^hcloud-volumes/, 'csi.hetzner.cloud'],
  [/^linode-block-storage/, 'linodebs.csi.linode.com'],
];

const kindOf = (name: string): DriverKind =>
  kinds.find(([pattern]) => pattern.test(name))?.[1] ?? csi;

/** The class of claims that name none, where the files say which it is. */
export const defaultClass = (classes: readonly Found[]): string | undefined =>
  classes.find(isDefault)?.name;

/** The driver of a class, by its StorageClass where that is known; of no class, that of the default one. */
export function driverOf(classes: readonly Found[], name: string | undefined): Driver | undefined {
  const found = classes.find((one) => (name === undefined ? isDefault(one) : one.name === name));
  const provisioner = found && textAt(found.value, 'provisioner');
  if (provisioner !== undefined) {
    return { name: provisioner, guessed: false, kind: localKind(found, kindOf(provisioner)) };
  }
  const [, usually] = usual.find(([pattern]) => name !== undefined && pattern.test(name)) ?? [];
  return usually === undefined
    ? undefined
    : { name: usually, guessed: true, kind: kindOf(usually) };
}

const isDefault = ({ value }: Found): boolean =>
  [
    'storageclass.kubernetes.io/is-default-class',
    'storageclass.beta.kubernetes.io/is-default-class',
  ].some((name) => textAt(value, 'metadata', 'annotations', name) === 'true');

/** Local-path makes volumes of the type local where it is asked to. */
const localKind = (found: Found | undefined, kind: DriverKind): DriverKind =>
  kind.hostPath && textAt(found?.value, 'metadata', 'annotations', 'defaultVolumeType') === 'local'
    ? { ...kind, hostPath: false }
    : kind;

/** Regions that topologies of classes name, by their zones. */
export const regionsOf = (classes: readonly Found[]): string[] =>
  classes.flatMap(({ value }) =>
    listAt(value, 'allowedTopologies').flatMap((topology) =>
      listAt(topology, 'matchLabelExpressions').flatMap((one) =>
        (textAt(one, 'key') ?? '').endsWith('/zone')
          ? listAt(one, 'values').flatMap(
              (zone) => /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(String(zone))?.[1] ?? [],
            )
          : [],
      ),
    ),
  );
