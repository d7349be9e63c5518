import { parseCron } from '@resilience/config/cron';
import type { Environment } from '@resilience/config/environment';

import { type Edit, withSchedule } from '../edit.ts';

const everySoManyHours = [1, 2, 3, 4, 6, 8, 12, 24] as const;
const minutesPerHour = 60;

/** Each schedule, so many hours apart, at the minute and one of the hours that it fires at now. */
export const crons = (environment: Environment): Edit[] =>
  Object.entries(environment.schedules).flatMap(([name, { cron }]) =>
    everySoManyHours
      .map((hours) => expression(cron.minutesOfDay[0] ?? 0, hours))
      .filter((to) => to !== cron.expression)
      .map((to) => ({
        path: `schedules.${name}.cron`,
        from: cron.expression,
        to,
        environment: withSchedule(environment, name, { cron: parseCron(to) }),
      })),
  );

function expression(first: number, hours: number): string {
  const minute = first % minutesPerHour;
  const hour = Math.floor(first / minutesPerHour) % hours;
  const field =
    hour === 0 && hours < 24
      ? `*${hours === 1 ? '' : `/${hours}`}`
      : Array.from({ length: 24 / hours }, (_, index) => hour + index * hours).join(',');
  return `${minute} ${field} * * *`;
}
