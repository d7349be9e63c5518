import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  PercentChangeColorMode,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import {
  type DynamicConfigValue,
  MappingType,
  type ThresholdsConfig,
  type ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Options } from '@grafana/grafana-foundation-sdk/stat';

import { type About, common, type Query, targets, type Unplaced } from './panel.ts';

/** The latest value of each series, large. */
export interface Stat {
  readonly unit: string;
  readonly thresholds: ThresholdsConfig;
  readonly queries: readonly Query[];
  /** Words in the place of values. */
  readonly words?: Readonly<Record<string, string>>;
  /** Thresholds of single series, by their name. */
  readonly bySeries?: Readonly<Record<string, ThresholdsConfig>>;
}

const options = {
  colorMode: BigValueColorMode.Background,
  graphMode: BigValueGraphMode.None,
  justifyMode: BigValueJustifyMode.Center,
  orientation: VizOrientation.Auto,
  percentChangeColorMode: PercentChangeColorMode.Standard,
  reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
  showPercentChange: false,
  textMode: BigValueTextMode.Auto,
  wideLayout: true,
} satisfies Options;

export const stat = (about: About, { words, bySeries = {}, ...content }: Stat): Unplaced => ({
  width: about.width,
  panel: {
    type: 'stat',
    ...common(about),
    targets: targets(content.queries, { instant: true, range: false }),
    options,
    fieldConfig: {
      defaults: {
        unit: content.unit,
        noValue: about.noData,
        thresholds: content.thresholds,
        mappings: words ? [mapping(words)] : [],
      },
      overrides: Object.entries(bySeries).map(([name, thresholds]) => ({
        matcher: { id: 'byName', options: name },
        properties: [{ id: 'thresholds', value: thresholds } satisfies DynamicConfigValue],
      })),
    },
  },
});

const mapping = (words: Readonly<Record<string, string>>): ValueMapping => ({
  type: MappingType.ValueToText,
  options: Object.fromEntries(
    Object.entries(words).map(([value, text], index) => [value, { text, index }]),
  ),
});
