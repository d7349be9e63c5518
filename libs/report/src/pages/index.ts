import type { Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { calendarPage } from './calendar-page.ts';
import { changesPage } from './changes-page.ts';
import { controlsPage } from './controls-page.ts';
import { costPage } from './cost-page.ts';
import { environmentPage } from './environment-page.ts';
import { evidencePage } from './evidence-page.ts';
import { findingsPage } from './findings-page.ts';
import { overviewPage } from './overview-page.ts';
import { servicePage } from './service-page.ts';

export const pagesOf = (report: Report): Page[] => [
  overviewPage(report),
  ...report.environments.flatMap((environment) => [
    environmentPage(report, environment),
    ...environment.services.map((service) => servicePage(report, environment, service)),
  ]),
  calendarPage(report),
  costPage(report),
  findingsPage(report),
  evidencePage(report),
  controlsPage(report),
  ...(report.changes ? [changesPage(report.changes)] : []),
];
