import type { Environment } from '@resilience/config/environment';

import { dashboardJson } from '../../src/dashboards/dashboard.ts';
import { dashboards } from '../../src/dashboards/index.ts';

/** A panel or a heading as Grafana reads it, as far as tests look into it. */
export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  readonly targets?: readonly { readonly expr: string; readonly refId: string }[];
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly noValue?: string;
      readonly thresholds?: object;
    };
    readonly overrides: readonly {
      readonly matcher: { readonly options: string };
      readonly properties: readonly { readonly id: string; readonly value: unknown }[];
    }[];
  };
  readonly transformations?: readonly { readonly id: string; readonly options: object }[];
}

export interface Rendered {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly panels: readonly Panel[];
}

/** All dashboards of an environment. */
export const rendered = (environment: Environment): Rendered[] =>
  dashboards.map((dashboard) => JSON.parse(dashboardJson(dashboard, environment)) as Rendered);

/** All panels of an environment that show something, each by where it is. */
export const panelsOf = (environment: Environment): [string, Panel][] =>
  rendered(environment).flatMap(({ title, panels }) =>
    panels
      .filter(({ type }) => type !== 'row')
      .map((panel): [string, Panel] => [`${title} › ${panel.title}`, panel]),
  );
