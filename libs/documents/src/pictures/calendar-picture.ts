import { firesOn } from '@resilience/config/cron-gap';
import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { label, line, pictureFile, rectangle, shadeOf } from './svg.ts';

/** A Monday that is the first of a month: what fires monthly is in its week, too. */
const monday = Date.UTC(2027, 1, 1);
const dayNames = ['Mon 1st', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const left = 170;
const top = 30;
const row = 26;
const dayWidth = 100;
const minutesPerDay = 1440;

/** `calendar.svg`: a week of all schedules, each run as long as it may take. */
export function calendarPicture(environment: Environment): RenderedFile {
  const schedules = Object.entries(environment.schedules);
  const width = left + dayNames.length * dayWidth + 10;
  const height = top + schedules.length * row + 10;
  const days = dayNames.map((name, day) => {
    const x = left + day * dayWidth;
    return `${label([x + 4, top - 10], name)}${line([x, top - 5], [x, height - 10])}`;
  });
  const rows = schedules.flatMap(([name, schedule], index) => {
    const y = top + index * row;
    return [label([8, y + 16], name), ...runs(schedule, y, shadeOf(index))];
  });
  const title = `A week of backups of ${environment.name}, in UTC`;
  return pictureFile('calendar.svg', { title, width, height }, [...days, ...rows]);
}

function runs(
  { cron, durationBudget }: Environment['schedules'][string],
  y: number,
  shade: string,
): string[] {
  const width = Math.max(1.5, (durationBudget.seconds / 86_400) * dayWidth);
  return dayNames.flatMap((_, day) =>
    firesOn(cron, new Date(monday + day * 86_400_000))
      ? cron.minutesOfDay.map((minute) =>
          rectangle(
            { x: left + (day + minute / minutesPerDay) * dayWidth, y: y + 5, width, height: 16 },
            shade,
            `${cron.expression}, at most ${formatDuration(durationBudget)}`,
          ),
        )
      : [],
  );
}
