import { at, isObject, isTrue, listAt, objectAt, textAt } from '../input/plain.ts';
import { readDocuments } from '../input/documents.ts';
import { type Found, objectsIn } from '../objects/found.ts';
import { nodeAgentOf, serverOf } from './chart-server.ts';
import { chartVersionOf, hasNodeAgent, takesLists } from './chart-version.ts';
import type { Release } from './release.ts';

/**
 * The objects that the chart `velero` makes of values, in any of its versions, as far as they are judged; each
 * knows the places of its values.
 *
 * @see https://github.com/vmware-tanzu/helm-charts/tree/main/charts/velero/templates
 */
export function chartObjects(release: Release): Found[] {
  const { values } = release;
  return [
    ...locations(release, 'backupStorageLocation', 'BackupStorageLocation', 'backupsEnabled'),
    ...locations(release, 'volumeSnapshotLocation', 'VolumeSnapshotLocation', 'snapshotsEnabled'),
    ...schedules(release),
    made(release, serverOf(release), ofServer),
    ...agents(release),
    ...configMaps(release),
    ...secret(release),
    ...serviceAccount(release),
    ...listAt(values.value, 'extraObjects').flatMap((extra, index) =>
      extraObject(release, extra, index),
    ),
  ];
}

/** Paths of the object as paths of the values, below a prefix: what the chart puts into `spec` stands there itself. */
const made = (
  { values, namespace, place }: Release,
  object: object,
  prefix: readonly PropertyKey[] | ((path: readonly PropertyKey[]) => readonly PropertyKey[]),
): Found => {
  const inValues = (path: readonly PropertyKey[]): readonly PropertyKey[] =>
    typeof prefix === 'function'
      ? prefix(path)
      : [...prefix, ...path.filter((key) => key !== 'spec' && key !== 'objectStorage')];
  return {
    file: place.file,
    place: [],
    kind: `${(textAt(object, 'apiVersion') ?? '').split('/')[0]}/${textAt(object, 'kind')}`,
    name: textAt(object, 'metadata', 'name') ?? '',
    namespace: namespace ?? 'velero',
    value: object,
    placeAt: (path) => values.placeAt(inValues(path)),
    insideOf: (path) => values.insideOf(inValues(path)),
  };
};

/** Where values make a part of the server. */
const ofServer = (path: readonly PropertyKey[]): readonly PropertyKey[] => {
  if (path.includes('initContainers')) return ['initContainers'];
  if (path.includes('image')) return ['image', 'tag'];
  return path.at(-1) === 'args' ? ['configuration'] : path.filter((key) => key !== 'spec');
};

/** Where values make a part of a node-agent: what they leave out is where they ask for one. */
const ofAgent =
  ({ values }: Release, flag: string, settings: string) =>
  (path: readonly PropertyKey[]): readonly PropertyKey[] => {
    const tolerations = [settings, 'tolerations'];
    return path.includes('tolerations') && at(values.value, tolerations) !== undefined
      ? tolerations
      : [flag];
  };

function locations(release: Release, key: string, kind: string, flag: string): Found[] {
  const { value } = release.values;
  if (textAt(value, flag) === 'false') return [];
  const declared = at(value, ['configuration', key]);
  const fallback = textAt(value, 'configuration', 'provider');
  const lists = takesLists(chartVersionOf(release));
  const entries = (Array.isArray(declared) ? declared : [declared])
    .map((one, index): [unknown, PropertyKey[]] => [
      one,
      ['configuration', key, ...(Array.isArray(declared) ? [index] : [])],
    ])
    .filter(([one]) => isObject(one) && Object.keys(one).length > 0);
  if (lists === true && !Array.isArray(declared)) return [];
  return entries.flatMap(([one, path]) => {
    const provider = textAt(one, 'provider') ?? fallback;
    if (!provider && textAt(one, 'bucket') === undefined) return [];
    return [made(release, location(one, { kind, provider }), path)];
  });
}

const location = (
  one: unknown,
  { kind, provider }: { kind: string; provider: string | undefined },
) => ({
  apiVersion: 'velero.io/v1',
  kind,
  metadata: { name: textAt(one, 'name') || 'default' },
  spec: {
    ...(provider ? { provider } : {}),
    ...(kind === 'BackupStorageLocation'
      ? {
          objectStorage: {
            bucket: textAt(one, 'bucket') ?? '',
            ...(textAt(one, 'prefix') ? { prefix: textAt(one, 'prefix') } : {}),
          },
          accessMode: textAt(one, 'accessMode') ?? 'ReadWrite',
          ...(isTrue(one, 'default') ? { default: true } : {}),
        }
      : {}),
    config: Object.fromEntries(
      Object.entries(objectAt(one, 'config')).map(([name, set]) => [name, textAt(set) ?? set]),
    ),
    ...(isObject(at(one, ['credential'])) ? { credential: at(one, ['credential']) } : {}),
  },
});

function schedules(release: Release): Found[] {
  const { value } = release.values;
  return Object.entries(objectAt(value, 'schedules')).flatMap(([key, declared]) => {
    if (!isObject(declared)) return [];
    const {
      labels,
      annotations,
      schedule,
      template,
      paused,
      useOwnerReferencesInBackup,
      skipImmediately,
    } = declared;
    const isDisabled = isTrue(declared, 'disabled');
    return [
      made(
        release,
        {
          apiVersion: isDisabled ? 'chart/v1' : 'velero.io/v1',
          kind: isDisabled ? 'DisabledSchedule' : 'Schedule',
          metadata: { name: `${fullName(release)}-${key}`, labels, annotations },
          spec: { schedule, template, paused, useOwnerReferencesInBackup, skipImmediately },
        },
        ['schedules', key],
      ),
    ];
  });
}

/** As the helper `velero.fullname` of the chart makes it. */
function fullName({ name, values: { value } }: Release): string {
  const override = textAt(value, 'fullnameOverride');
  if (override) return override;
  const chart = textAt(value, 'nameOverride') || 'velero';
  return name.includes(chart) ? name : `${name}-${chart}`;
}

function agents(release: Release): Found[] {
  const { value } = release.values;
  const isNew = hasNodeAgent(chartVersionOf(release));
  if (isNew !== false && isTrue(value, 'deployNodeAgent')) {
    return [
      made(
        release,
        nodeAgentOf(release, 'node-agent'),
        ofAgent(release, 'deployNodeAgent', 'nodeAgent'),
      ),
    ];
  }
  if (isNew !== true && isTrue(value, 'deployRestic')) {
    return [
      made(release, nodeAgentOf(release, 'restic'), ofAgent(release, 'deployRestic', 'restic')),
    ];
  }
  return [];
}

const configMaps = (release: Release): Found[] =>
  Object.entries(objectAt(release.values.value, 'configMaps')).flatMap(([name, map]) =>
    isObject(map)
      ? [
          made(
            release,
            {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name, labels: map['labels'] },
              data: map['data'],
            },
            ['configMaps', name],
          ),
        ]
      : [],
  );

function secret(release: Release): Found[] {
  const contents = objectAt(release.values.value, 'credentials', 'secretContents');
  if (Object.keys(contents).length === 0) return [];
  const name = textAt(release.values.value, 'credentials', 'name') ?? 'cloud-credentials';
  const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: contents };
  return [made(release, object, ['credentials', 'secretContents'])];
}

function serviceAccount(release: Release): Found[] {
  const account = objectAt(release.values.value, 'serviceAccount', 'server');
  const metadata = {
    name: textAt(account, 'name') ?? 'velero-server',
    annotations: account['annotations'],
  };
  const object = { apiVersion: 'v1', kind: 'ServiceAccount', metadata };
  return [made(release, object, ['serviceAccount', 'server'])];
}

/** An object, or the text of one. */
function extraObject(
  { values, place, namespace }: Release,
  extra: unknown,
  index: number,
): Found[] {
  const begin = values.placeAt(['extraObjects', index]);
  if (typeof extra === 'string') {
    const inner = values.insideOf(['extraObjects', index]);
    return readDocuments({ path: place.file, text: extra })
      .documents.flatMap((document) => objectsIn({ ...document, placeAt: () => inner }))
      .map((found) => ({ ...found, namespace: found.namespace ?? namespace }));
  }
  return objectsIn({
    file: begin.file,
    value: extra,
    placeAt: (path) => values.placeAt(['extraObjects', index, ...path]),
    insideOf: (path) => values.insideOf(['extraObjects', index, ...path]),
  }).map((found) => ({ ...found, namespace: found.namespace ?? namespace }));
}
