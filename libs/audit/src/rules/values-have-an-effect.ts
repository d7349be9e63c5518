import { at, isObject } from '../input/plain.ts';
import { chartVersionOf, hasNodeAgent, takesLists } from '../releases/chart-version.ts';
import type { Release } from '../releases/release.ts';
import type { AuditRule, Breach } from './audit-rule.ts';

export const valuesHaveAnEffect: AuditRule = {
  id: 'audit/values-have-an-effect',
  severity: 'error',
  why: 'The chart reads a value by its present name alone: under an old one nothing is deployed, and nothing says so.',
  source: 'https://github.com/vmware-tanzu/helm-charts/blob/main/charts/velero/README.md#upgrading',
  check: ({ installation: { releases } }) => releases.flatMap(withoutEffect),
};

interface Renamed {
  readonly path: readonly string[];
  readonly now: string;
  readonly isOld: (value: unknown) => boolean;
}

const isSet = (value: unknown): boolean => value !== undefined && value !== false;

const sinceLists: readonly Renamed[] = [
  ...['backupStorageLocation', 'volumeSnapshotLocation'].map((key) => ({
    path: ['configuration', key],
    now: 'a list of locations',
    isOld: isObject,
  })),
  { path: ['configuration', 'provider'], now: 'the provider of each location', isOld: isSet },
];

const sinceNodeAgent: readonly Renamed[] = [
  { path: ['deployRestic'], now: 'deployNodeAgent', isOld: isSet },
  {
    path: ['configuration', 'defaultVolumesToRestic'],
    now: 'configuration.defaultVolumesToFsBackup',
    isOld: isSet,
  },
];

/** Settings of the server: the chart reads them below `configuration` alone. */
const misplaced: readonly Renamed[] = [
  'backupStorageLocation',
  'volumeSnapshotLocation',
  'defaultVolumesToFsBackup',
  'defaultVolumesToRestic',
  'defaultSnapshotMoveData',
  'defaultBackupTTL',
  'features',
  'uploaderType',
].map((key) => ({ path: [key], now: `configuration.${key}`, isOld: isSet }));

function withoutEffect(release: Release): Breach[] {
  const { values, version, name } = release;
  const chart = chartVersionOf(release);
  const renamed = [
    ...misplaced,
    ...(takesLists(chart) ? sinceLists : []),
    ...(hasNodeAgent(chart) ? sinceNodeAgent : []),
  ];
  return renamed
    .filter(({ path, isOld }) => isOld(at(values.value, path)))
    .map(({ path, now }) => ({
      subject: `Release/${name}`,
      message: `has a value ${path.join('.')} that ${version === undefined ? 'the chart' : `version ${version} of the chart`} does not read`,
      expected: now,
      received: path.join('.'),
      place: values.placeAt(path),
    }));
}
