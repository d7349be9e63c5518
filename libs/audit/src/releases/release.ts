import { isObject, objectAt, textAt } from '../input/plain.ts';
import type { NotRead, Place } from '../input/source-file.ts';
import type { Layer } from './layer.ts';

/** A chart that is installed, by whatever program, with its values. */
export interface Release {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Such as `velero`; undefined where a values file alone was found. */
  readonly chart: string | undefined;
  /** Of the chart, as far as one is written. */
  readonly version: string | undefined;
  readonly values: Layer;
  readonly place: Place;
  /** Some of its values are not in the files, or cannot be read. */
  readonly isPartial: boolean;
  /** Such as `HelmRelease`. */
  readonly by: string;
}

/** The releases of one form, the values files that they have taken, and what of them could not be had. */
export interface Releases {
  readonly releases: readonly Release[];
  readonly taken: readonly string[];
  readonly notRead: readonly NotRead[];
}

export const none: Releases = { releases: [], taken: [], notRead: [] };

export const together = (all: readonly Releases[]): Releases => ({
  releases: all.flatMap(({ releases }) => releases),
  taken: all.flatMap(({ taken }) => taken),
  notRead: all.flatMap(({ notRead }) => notRead),
});

export const isVeleroChart = (chart: string | undefined): boolean =>
  chart !== undefined && /(^|\/)velero(:|$|\.tgz|-\d)/.test(chart);

/** Whether values are of the chart `velero`, by what only that chart has. */
export function looksLikeVelero(values: unknown): boolean {
  if (!isObject(values)) return false;
  const configuration = objectAt(values, 'configuration');
  if ('backupStorageLocation' in configuration || 'volumeSnapshotLocation' in configuration) {
    return true;
  }
  const schedules = Object.values(objectAt(values, 'schedules'));
  const isScheduled = schedules.some(
    (one) => textAt(one, 'schedule') !== undefined && isObject(objectAt(one, 'template')),
  );
  return isScheduled && ofVelero.some((key) => key in values);
}

const ofVelero = [
  'configuration',
  'credentials',
  'deployNodeAgent',
  'deployRestic',
  'initContainers',
  'snapshotsEnabled',
  'backupsEnabled',
  'image',
  'nodeAgent',
];

/** The keys under which a chart around the chart `velero` has its values. */
export const wrapped = (values: unknown): string[] =>
  isObject(values) ? Object.keys(values).filter((key) => looksLikeVelero(values[key])) : [];
