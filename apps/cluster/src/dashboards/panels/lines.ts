import {
  AxisColorMode,
  AxisPlacement,
  GraphDrawStyle,
  type GraphFieldConfig,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  LineInterpolation,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/grafana-foundation-sdk/common';
import type { ThresholdsConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Options } from '@grafana/grafana-foundation-sdk/timeseries';

import { type About, common, type Query, targets, type Unplaced } from './panel.ts';
import { neutral } from './thresholds.ts';

/** Values over time. */
export interface Lines {
  readonly unit: string;
  readonly queries: readonly Query[];
  /** Where there is a limit: a dashed line across the panel. */
  readonly thresholds?: ThresholdsConfig;
  /** Whether values add up to something; bars, as they are counts of a time. */
  readonly draw?: 'lines' | 'stacked-areas' | 'stacked-bars';
}

const options = {
  legend: {
    calcs: ['lastNotNull', 'max'],
    displayMode: LegendDisplayMode.Table,
    placement: LegendPlacement.Bottom,
    showLegend: true,
  },
  tooltip: { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending },
} satisfies Options;

export const lines = (about: About, content: Lines): Unplaced => ({
  width: about.width,
  panel: {
    type: 'timeseries',
    ...common(about),
    targets: targets(content.queries, { instant: false, range: true }),
    options,
    fieldConfig: {
      defaults: {
        unit: content.unit,
        min: 0,
        noValue: about.noData,
        thresholds: content.thresholds ?? neutral,
        custom: drawn(content),
      },
      overrides: [],
    },
  },
});

const drawn = ({ draw = 'lines', thresholds }: Lines): GraphFieldConfig => ({
  axisColorMode: AxisColorMode.Text,
  axisPlacement: AxisPlacement.Auto,
  drawStyle: draw === 'stacked-bars' ? GraphDrawStyle.Bars : GraphDrawStyle.Line,
  fillOpacity: draw === 'lines' ? 0 : 40,
  lineInterpolation: LineInterpolation.Linear,
  lineWidth: 2,
  showPoints: VisibilityMode.Never,
  spanNulls: false,
  stacking: { mode: draw === 'lines' ? StackingMode.None : StackingMode.Normal, group: 'A' },
  thresholdsStyle: {
    mode: thresholds ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off,
  },
});
