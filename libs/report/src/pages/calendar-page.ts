import { h } from 'preact';

import type { Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { drillsOf, schedulesOf } from '../parts/calendar-tables.ts';
import { picture } from '../parts/picture.ts';
import { paths } from '../paths.ts';

/** When backups are made, and when drills restore them. */
export const calendarPage = ({ environments, date }: Report): Page => ({
  path: paths.calendar,
  title: 'Calendar of backups and drills',
  body: [
    h('p', {}, `All hours are UTC. "Next" is the first begin after ${date}.`),
    ...environments.flatMap((environment) => [
      h('h2', {}, environment.name),
      ...(environment.calendar.picture ? [picture(environment.calendar.picture)] : []),
      schedulesOf(environment),
      drillsOf(environment),
    ]),
  ],
});
