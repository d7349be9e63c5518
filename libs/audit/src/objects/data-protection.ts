import { at, isObject, isTrue, listAt, objectAt, textAt } from '../input/plain.ts';
import type { Found } from './found.ts';

const kind = 'oadp.openshift.io/DataProtectionApplication';

/**
 * The objects that OADP, the operator of OpenShift, makes of a DataProtectionApplication.
 *
 * @see https://github.com/openshift/oadp-operator/blob/master/docs/config/
 */
export const dataProtectionObjects = (objects: readonly Found[]): Found[] =>
  objects.filter((one) => one.kind === kind).flatMap(objectsOf);

function objectsOf(found: Found): Found[] {
  const velero = objectAt(found.value, 'spec', 'configuration', 'velero');
  const agent = objectAt(found.value, 'spec', 'configuration');
  const isCsi = listAt(velero, 'defaultPlugins').includes('csi');
  const args = [
    'server',
    ...(isCsi ? ['--features=EnableCSI'] : []),
    ...(isTrue(velero, 'defaultVolumesToFSBackup') ? ['--default-volumes-to-fs-backup'] : []),
    ...(isTrue(velero, 'defaultSnapshotMoveData') ? ['--default-snapshot-move-data'] : []),
  ];
  const runsAgent = isTrue(agent, 'nodeAgent', 'enable') || isTrue(agent, 'restic', 'enable');
  return [
    ...locations(found, 'backupLocations', 'BackupStorageLocation'),
    ...locations(found, 'snapshotLocations', 'VolumeSnapshotLocation'),
    made(found, workload('Deployment', 'velero', args), ['spec', 'configuration', 'velero']),
    ...(runsAgent
      ? [
          made(found, workload('DaemonSet', 'node-agent', ['node-agent', 'server']), [
            'spec',
            'configuration',
            'nodeAgent',
          ]),
        ]
      : []),
  ];
}

const locations = (found: Found, key: string, kindOf: string): Found[] =>
  listAt(found.value, 'spec', key).flatMap((one, index) => {
    const spec = at(one, ['velero']) ?? at(one, ['bucket']);
    if (!isObject(spec)) return [];
    const name = textAt(one, 'name') ?? `${found.name}-${index + 1}`;
    const object = { apiVersion: 'velero.io/v1', kind: kindOf, metadata: { name }, spec };
    return [made(found, object, ['spec', key, index, 'velero'])];
  });

const workload = (name: string, container: string, args: readonly string[]): object => ({
  apiVersion: 'apps/v1',
  kind: name,
  metadata: { name: container },
  spec: {
    template: {
      spec: {
        tolerations: [{ operator: 'Exists' }],
        containers: [{ name: container, image: 'oadp/velero', command: ['/velero'], args }],
      },
    },
  },
});

const made = (found: Found, object: object, prefix: readonly PropertyKey[]): Found => ({
  ...found,
  kind: `${(textAt(object, 'apiVersion') ?? '').split('/')[0]}/${textAt(object, 'kind')}`,
  name: textAt(object, 'metadata', 'name') ?? '',
  value: object,
  placeAt: (path) => found.placeAt([...prefix, ...path.filter((key) => key !== 'spec')]),
  insideOf: (path) => found.insideOf([...prefix, ...path.filter((key) => key !== 'spec')]),
});
