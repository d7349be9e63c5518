import type { Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type {
  Dataquery as PrometheusQuery,
  PromQueryFormat,
} from '@grafana/grafana-foundation-sdk/prometheus';

/** The variable by which people choose the Prometheus that is asked. */
export const datasourceVariable = 'datasource';

const datasource = { type: 'prometheus', uid: `\${${datasourceVariable}}` } as const;

/** What every panel tells of itself. */
export interface About {
  readonly title: string;
  /** What it answers, and what to do when it is not green. */
  readonly description: string;
  /** Shown where the queries find nothing. */
  readonly noData: string;
  /** Of the 24 columns of a dashboard. */
  readonly width: number;
}

/** A panel that has its width, and gets its place by its row. */
export interface Unplaced {
  readonly width: number;
  readonly panel: Panel;
}

/** A question to Prometheus. */
export interface Query {
  readonly expr: string;
  /** The name of each series, with labels in double braces. */
  readonly legend: string;
}

/** What the panels of all kinds have in common. */
export const common = ({ title, description }: About) => ({ title, description, datasource });

type Form = Pick<PrometheusQuery, 'instant' | 'range'> & { format?: `${PromQueryFormat}` };

/** Queries with the letters that Grafana tells them apart by. */
export const targets = (queries: readonly Query[], form: Form): Dataquery[] =>
  queries.map(({ expr, legend }, at) => ({
    refId: refId(at),
    datasource,
    expr,
    legendFormat: legend,
    ...form,
    _implementsDataqueryVariant: () => undefined,
  }));

/** @param at the place of a query in its panel, from 0 */
export const refId = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + at);
