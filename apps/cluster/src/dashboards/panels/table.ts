import {
  FieldTextAlignment,
  TableCellBackgroundDisplayMode,
  TableCellDisplayMode,
  TableCellHeight,
  type TableFieldOptions,
} from '@grafana/grafana-foundation-sdk/common';
import type {
  DataTransformerConfig,
  DynamicConfigValue,
  ThresholdsConfig,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Options } from '@grafana/grafana-foundation-sdk/table';

import { type About, common, refId, targets, type Unplaced } from './panel.ts';
import { neutral } from './thresholds.ts';

/** A value of every row. */
export interface Column {
  readonly name: string;
  /** One value for each row, with the labels that tell rows apart. */
  readonly expr: string;
  readonly unit: string;
  /** Colours the cells. */
  readonly thresholds?: ThresholdsConfig;
}

/** The latest values of several queries, a row for each combination of labels. */
export interface Table {
  /** The titles of the labels that are shown, by label, in their order. */
  readonly labels: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  /** Where the cells of a column lead to. */
  readonly links?: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  /** The column with the largest values first. */
  readonly worstFirst: string;
}

export const table = (about: About, content: Table): Unplaced => ({
  width: about.width,
  panel: {
    type: 'table',
    ...common(about),
    targets: targets(
      content.columns.map(({ expr, name }) => ({ expr, legend: name })),
      { format: 'table', instant: true, range: false },
    ),
    transformations: [{ id: 'merge', options: {} }, arrange(content)],
    options: {
      frameIndex: 0,
      showHeader: true,
      cellHeight: TableCellHeight.Sm,
      sortBy: [{ displayName: content.worstFirst, desc: true }],
    } satisfies Options,
    fieldConfig: {
      defaults: {
        noValue: about.noData,
        thresholds: neutral,
        custom: { align: FieldTextAlignment.Auto, inspect: false } satisfies TableFieldOptions,
      },
      overrides: [
        ...content.columns.map((column) => override(column.name, properties(column))),
        ...Object.entries(content.links ?? {}).map(([name, link]) =>
          override(name, [{ id: 'links', value: [{ ...link, targetBlank: true }] }]),
        ),
      ],
    },
  },
});

const override = (column: string, changes: DynamicConfigValue[]) => ({
  matcher: { id: 'byName', options: column },
  properties: changes,
});

/** Grafana calls the value of a lone query differently. */
function arrange({ labels, columns }: Table): DataTransformerConfig {
  const values = columns.map(({ name }, at): [string, string] => [
    columns.length === 1 ? 'Value' : `Value #${refId(at)}`,
    name,
  ]);
  const shown = [...Object.entries(labels), ...values];
  return {
    id: 'organize',
    options: {
      excludeByName: { Time: true },
      indexByName: Object.fromEntries(shown.map(([field], index) => [field, index])),
      renameByName: Object.fromEntries(shown),
    },
  };
}

const properties = ({ unit, thresholds }: Column): DynamicConfigValue[] => [
  { id: 'unit', value: unit },
  ...(thresholds
    ? [
        { id: 'thresholds', value: thresholds },
        {
          id: 'custom.cellOptions',
          value: {
            type: TableCellDisplayMode.ColorBackground,
            mode: TableCellBackgroundDisplayMode.Basic,
          },
        },
      ]
    : []),
];
