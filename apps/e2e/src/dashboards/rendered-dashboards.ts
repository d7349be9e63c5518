import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { renderedRoot } from '../rendered-root.ts';

/** A rendered dashboard, as Grafana's sidecar writes it into a file. */
export interface RenderedDashboard {
  /** Of the file. */
  readonly name: string;
  readonly json: string;
}

/** A question of a panel to Prometheus. */
export interface PanelQuery {
  /** Its dashboard, panel and letter. */
  readonly where: string;
  /** The title of its panel. */
  readonly panel: string;
  readonly expr: string;
  /** Asked for the present, and not for a time. */
  readonly instant: boolean;
}

interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets?: readonly (Pick<PanelQuery, 'expr' | 'instant'> & {
      readonly refId: string;
    })[];
  }[];
}

/** Every dashboard of an environment, as it is committed. */
export function renderedDashboards(environment: string): RenderedDashboard[] {
  const folder = join(
    renderedRoot,
    'environments',
    environment,
    'rendered/kubernetes/resilience-dashboards',
  );
  return readdirSync(folder).flatMap((file) => {
    const { data } = parse(readFileSync(join(folder, file), 'utf8')) as {
      readonly data: Readonly<Record<string, string>>;
    };
    return Object.entries(data).map(([name, json]) => ({ name, json }));
  });
}

/** All that a dashboard asks. */
export const queriesOf = ({ name, json }: RenderedDashboard): PanelQuery[] =>
  (JSON.parse(json) as Dashboard).panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ refId, expr, instant }) => ({
      where: `${name} › ${title} › ${refId}`,
      panel: title,
      expr,
      instant,
    })),
  );
