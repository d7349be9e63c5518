import { h, type JSX } from 'preact';

import type { Environment, Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { disasterTable } from '../parts/disaster-table.ts';
import { facts } from '../parts/facts.ts';
import { legend } from '../parts/legend.ts';
import { link } from '../parts/link.ts';
import { matrix } from '../parts/matrix.ts';
import { describeEnvironment, fleetFacts } from '../parts/summary.ts';
import { paths } from '../paths.ts';

const path = paths.overview;

/** Every service of every environment in every disaster. */
export const overviewPage = (report: Report): Page => ({
  path,
  title: 'Recovery at a glance',
  body: [
    h(
      'p',
      {},
      'After a disaster, the newest data of a service is lost, and the service is away for a time. Its team declares how much of both may be (RPO and RTO); the worst case of both is computed from what is declared, and drills measure it.',
    ),
    facts(fleetFacts(report)),
    h('h2', {}, 'How to read the tables'),
    legend(),
    ...report.environments.flatMap((environment) => section(report, environment)),
    h('h2', {}, 'The disasters'),
    disasterTable(report.disasters),
  ],
});

const section = (report: Report, environment: Environment): JSX.Element[] => [
  h('h2', {}, link({ from: path, to: paths.environment(environment.name) }, environment.name)),
  h('p', {}, describeEnvironment(environment)),
  ...(environment.services.length > 0 ? [matrix(report, environment, path)] : []),
];
