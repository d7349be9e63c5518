import { firesOn } from '@resilience/config/cron-gap';
import { type Cron, parseCron } from '@resilience/config/cron';

import { kind } from '../../rendered.ts';
import { schedule } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const schedulesDoNotCollide = rule({
  id: 'scheduling/schedules-do-not-collide',
  severity: 'error',
  why: 'Of two backups that start in the same minute one waits for the other, and is as late as that takes.',
  source: 'https://velero.io/docs/v1.18/backup-reference/',
  declaredAt: 'schedules.{name}.cron',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ spec }, { object, rendered }) =>
    rendered
      .of('velero.io/Schedule')
      .filter(({ name }) => name > object.name)
      .filter(({ value }) => meet(spec.schedule, schedule.parse(value).spec.schedule))
      .map(({ name, value }) =>
        violation(`starts in the same minute as ${name}`, {
          at: ['spec', 'schedule'],
          expected: `not with ${schedule.parse(value).spec.schedule}`,
          received: spec.schedule,
        }),
      ),
});

/** Whether two expressions share a minute in the four years in which every date comes up. */
function meet(one: string, other: string): boolean {
  const [a, b] = [readable(one), readable(other)];
  if (!a || !b) return false;
  if (!a.minutesOfDay.some((minute) => b.minutesOfDay.includes(minute))) return false;
  const shared = a.minutesOfDay.find((minute) => b.minutesOfDay.includes(minute)) ?? 0;
  const start = Date.UTC(2024, 0, 1) + shared * 60_000;
  return Array.from({ length: 1461 }, (_, day) => new Date(start + day * 86_400_000)).some(
    (moment) => firesOn(a, moment) && firesOn(b, moment),
  );
}

/** Undefined for what another rule reports. */
function readable(expression: string): Cron | undefined {
  try {
    return parseCron(expression);
  } catch {
    return undefined;
  }
}
