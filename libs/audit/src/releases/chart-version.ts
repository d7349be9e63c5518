import { at } from '../input/plain.ts';
import type { Release } from './release.ts';

/** From which version of the chart `velero` on it installs which minor of Velero, the newest first. */
const minors: readonly (readonly [chart: string, velero: number])[] = [
  ['11.4', 18],
  ['11.0', 17],
  ['9.0', 16],
  ['8.0', 15],
  ['7.0', 14],
  ['5.3', 13],
  ['5.1', 12],
  ['3.2', 11],
  ['2.33', 10],
  ['2.30', 9],
  ['2.28', 8],
  ['2.24', 7],
  ['2.17', 6],
  ['2.13', 5],
  ['2.11', 4],
];

/** A version of a chart, as far as it is written: ranges count as what they begin with. */
export interface ChartVersion {
  readonly major: number;
  readonly minor: number;
}

export function parseChartVersion(text: string | undefined): ChartVersion | undefined {
  const [, major, minor] = /^[~^>=v\s]*(\d+)(?:\.(\d+))?/.exec(text ?? '') ?? [];
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor ?? 0) };
}

/** The first version of the chart whose locations are lists. */
const firstWithLists: ChartVersion = { major: 4, minor: 0 };

/** The version of a release; where none is written, what the form of its locations says of it. */
export const chartVersionOf = ({ version, values }: Release): ChartVersion | undefined =>
  parseChartVersion(version) ??
  (Array.isArray(at(values.value, ['configuration', 'backupStorageLocation']))
    ? firstWithLists
    : undefined);

/**
 * The minor of Velero that the chart installs when its values name no image.
 *
 * @see https://github.com/vmware-tanzu/helm-charts/blob/main/charts/velero/Chart.yaml
 */
export function veleroMinorOf(version: ChartVersion | undefined): number | undefined {
  if (!version) return undefined;
  return minors.find(([chart]) => {
    const [major = 0, minor = 0] = chart.split('.').map(Number);
    return version.major > major || (version.major === major && version.minor >= minor);
  })?.[1];
}

/** From this version on locations are lists, and a map is not rendered. */
export const takesLists = (version: ChartVersion | undefined): boolean | undefined =>
  version && version.major >= 4;

/** From this version on `deployRestic` is `deployNodeAgent`. */
export const hasNodeAgent = (version: ChartVersion | undefined): boolean | undefined =>
  version && version.major >= 3;
