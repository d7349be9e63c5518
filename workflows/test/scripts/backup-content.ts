import { gzipSync } from 'node:zlib';

/** An object as it lies in a backup. */
export interface Backed {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

const resources: Readonly<Record<string, string>> = {
  ConfigMap: 'configmaps',
  DaemonSet: 'daemonsets.apps',
  Deployment: 'deployments.apps',
  Namespace: 'namespaces',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  StatefulSet: 'statefulsets.apps',
};

/** The content of a backup as Velero 1.18 packs it: each object by itself, and by its version. */
export const backupContent = (objects: readonly Backed[]): Uint8Array =>
  gzipSync(
    Buffer.concat([
      entry('metadata/version', '1.1.0'),
      ...objects.flatMap((object) =>
        ['', 'v1-preferredversion/'].map((version) =>
          entry(pathOf(object, version), JSON.stringify(object)),
        ),
      ),
      Buffer.alloc(1024),
    ]),
  );

function pathOf({ kind, metadata: { name, namespace } }: Backed, version: string): string {
  const within = namespace === undefined ? 'cluster' : `namespaces/${namespace}`;
  return `resources/${resources[kind]}/${version}${within}/${name}.json`;
}

/** A file of a tar archive: a header of 512 bytes, and its text up to the next 512. */
function entry(path: string, text: string): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000755\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(`${' '.repeat(8)}0`, 148);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc(-content.length & 511)]);
}

/** What a backup holds of a namespace with one Deployment and one claim. */
export const held = (namespace: string): Backed[] => [
  { kind: 'Namespace', metadata: { name: namespace } },
  { kind: 'ConfigMap', metadata: { name: 'settings', namespace } },
  { kind: 'Deployment', metadata: { name: 'web', namespace } },
  {
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data-0', namespace, labels: { app: 'db', tier: 'back' } },
  },
];
