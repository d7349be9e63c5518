import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  type GridPos,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Environment } from '@resilience/config/environment';

import { datasourceVariable, type Unplaced } from './panels/panel.ts';

/** A heading and the panels under it. */
interface Row {
  readonly title: string;
  /** Of each of its panels, in units of about 38 pixels. */
  readonly height: number;
  readonly panels: readonly Unplaced[];
}

/** A page for one kind of question. */
export interface Dashboard {
  /** Part of its address, and the name of its file. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Those without panels are left out. */
  readonly rows: (environment: Environment) => readonly Row[];
}

/** Grafana divides the width of a dashboard in so many columns. */
const columns = 24;
const headingHeight = 1;
const tag = 'resilience-layer';

/** What Grafana reads: the same for the same declaration, as panels are numbered from the top. */
export function dashboardJson(dashboard: Dashboard, environment: Environment): string {
  const builder = new DashboardBuilder(`Resilience: ${dashboard.title} (${environment.name})`)
    .uid(`${dashboard.name}-${environment.name}`)
    .description(dashboard.description)
    .tags([tag, environment.name])
    .timezone('utc')
    .time({ from: 'now-7d', to: 'now' })
    .refresh('5m')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly()
    .withVariable(
      new DatasourceVariableBuilder(datasourceVariable).label('Prometheus').type('prometheus'),
    )
    .link(otherDashboards(environment));
  let top = 0;
  let id = 1;
  for (const row of dashboard.rows(environment).filter(({ panels }) => panels.length > 0)) {
    const placed = place(row, top + headingHeight);
    builder.withRow(new RowBuilder(row.title).id(id++).gridPos(heading(top)));
    for (const panel of placed) builder.withPanel({ build: () => ({ id: id++, ...panel }) });
    top = Math.max(...placed.map(({ gridPos }) => gridPos.y + gridPos.h));
  }
  return JSON.stringify(builder.build(), null, 2);
}

/** Keeps the chosen Prometheus and the time on the way. */
const otherDashboards = (environment: Environment): DashboardLinkBuilder =>
  new DashboardLinkBuilder('Resilience')
    .type(DashboardLinkType.Dashboards)
    .tags([tag, environment.name])
    .includeVars(true)
    .keepTime(true);

const heading = (y: number): GridPos => ({ x: 0, y, w: columns, h: headingHeight });

/** From left to right, and on a new line where there is no room left. */
function place({ height, panels }: Row, top: number) {
  let x = 0;
  let y = top;
  return panels.map(({ width, panel }) => {
    if (x + width > columns) {
      x = 0;
      y += height;
    }
    const gridPos: GridPos = { x, y, w: width, h: height };
    x += width;
    return { ...panel, gridPos };
  });
}
