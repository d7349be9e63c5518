import type { Cron } from '@resilience/config/cron';
import { nextFiring } from '@resilience/config/cron-next';
import type { Schedule } from '@resilience/config/declaration';
import { type Duration, formatDuration } from '@resilience/config/duration';
import { drilledServices } from '@resilience/config/drilled-services';
import type { Environment } from '@resilience/config/environment';
import type { CalendarOf, Recurring } from '@resilience/report/model/calendar';

import { hasRuns } from '@resilience/documents/calendar-file';
import { calendarPicture } from '@resilience/documents/pictures/calendar-picture';

/** @param date `YYYY-MM-DD`, after which the next runs are looked for */
export function collectCalendar(environment: Environment, date: string): CalendarOf {
  const { name, schedules, drills } = environment;
  return {
    picture: hasRuns(environment)
      ? {
          title: `A week of the calendar of ${name}, in UTC; the table below has the same`,
          svg: calendarPicture(environment),
        }
      : undefined,
    schedules: Object.entries(schedules).map(([of, schedule]) => ({
      ...recurring(of, schedule, date),
      of: covered(schedule),
      kept: formatDuration(schedule.retention),
    })),
    drills: Object.entries(drills).map(([of, drill]) => {
      const services = drilledServices(environment, drill).map(([service]) => service);
      return {
        ...recurring(of, drill, date),
        of: `${services.join(', ')} (${drill.kind})`,
        kept: '',
      };
    }),
  };
}

const covered = ({ covers, volumes }: Schedule): string =>
  `${covers === 'cluster' ? 'the whole cluster' : covers.join(', ')}, volumes as ${volumes}`;

interface Timed {
  readonly cron: Cron;
  readonly durationBudget: Duration;
}

const recurring = (
  name: string,
  { cron, durationBudget }: Timed,
  date: string,
): Omit<Recurring, 'of' | 'kept'> => ({
  name,
  cron: cron.expression,
  minutesOfDay: cron.minutesOfDay,
  next: nextAfter(cron, date),
  atMost: durationBudget.seconds,
});

const nextAfter = (cron: Cron, date: string): string =>
  nextFiring(cron, new Date(`${date}T23:59:00Z`))
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');
