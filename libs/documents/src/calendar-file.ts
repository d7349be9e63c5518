import type { Environment } from '@resilience/config/environment';
import { sourcesNotice } from '@resilience/render/notice';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { calendarPicture } from './pictures/calendar-picture.ts';

/** Its name beside `recovery.md`. */
export const calendarPath = 'calendar.svg';

/** Whether anything runs by a schedule. */
export const hasRuns = ({ schedules, drills }: Environment): boolean =>
  Object.keys(schedules).length + Object.keys(drills).length > 0;

/** `calendar.svg`, where anything runs. */
export const calendarFile = (environment: Environment): RenderedFile[] =>
  hasRuns(environment)
    ? [
        {
          path: calendarPath,
          content: `<!-- ${sourcesNotice} -->\n${calendarPicture(environment)}`,
        },
      ]
    : [];
