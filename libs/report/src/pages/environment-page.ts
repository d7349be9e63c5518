import { h, type JSX } from 'preact';

import type { Environment, Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { drillsOf, schedulesOf } from '../parts/calendar-tables.ts';
import { facts } from '../parts/facts.ts';
import { findingsOf } from '../parts/findings-table.ts';
import { legend } from '../parts/legend.ts';
import { matrix } from '../parts/matrix.ts';
import { outcomesTable } from '../parts/outcomes-table.ts';
import { picture } from '../parts/picture.ts';
import { describeEnvironment, environmentFacts } from '../parts/summary.ts';
import { table } from '../parts/table.ts';
import { waiversOf } from '../parts/waivers-table.ts';
import { paths } from '../paths.ts';

/** All that is known of one environment. */
export function environmentPage(report: Report, environment: Environment): Page {
  const { name, calendar, cost } = environment;
  const path = paths.environment(name);
  return {
    path,
    title: name,
    body: [
      h('p', {}, describeEnvironment(environment)),
      facts(environmentFacts(environment, report.date)),
      ...services(report, environment, path),
      ...leftOut(environment),
      h('h2', {}, 'Calendar'),
      ...(calendar.picture ? [picture(calendar.picture)] : []),
      schedulesOf(environment),
      drillsOf(environment),
      ...(cost.picture ? [h('h2', {}, 'Cost'), picture(cost.picture)] : []),
      h('h2', {}, 'Findings and waivers'),
      findingsOf(environment),
      waiversOf(environment),
    ],
  };
}

const services = (report: Report, environment: Environment, path: string): JSX.Element[] =>
  environment.services.length === 0
    ? []
    : [
        h('h2', {}, 'Services at a glance'),
        legend(),
        matrix(report, environment, path),
        h('h2', {}, 'Every objective'),
        outcomesTable(environment, path),
      ];

function leftOut({ name, leftOut: entries }: Environment): JSX.Element[] {
  if (entries.length === 0) return [];
  return [
    h('h2', {}, 'Left out of every backup'),
    table({
      caption: `What no backup of ${name} holds`,
      head: ['What', 'Service', 'Why'],
      rows: entries.map(({ what, service, reason }) => [what, service, reason]),
    }),
  ];
}
