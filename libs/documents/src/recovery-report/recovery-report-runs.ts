import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { markdownTable } from '@resilience/render/markdown-file';

import { calendarPath, hasRuns } from '../calendar-file.ts';

/** When backups and drills begin, and for how long; all that the calendar shows. */
export function runs(environment: Environment): string[] {
  if (!hasRuns(environment)) return [];
  const { schedules, drills } = environment;
  return [
    '## When backups and drills run',
    markdownTable([
      ['What', 'Name', 'Begins, as cron in UTC', 'Takes at most', 'Is kept for'],
      ...Object.entries(schedules).map(([name, { cron, durationBudget, retention }]) => [
        'backup',
        name,
        `\`${cron.expression}\``,
        formatDuration(durationBudget),
        formatDuration(retention),
      ]),
      ...Object.entries(drills).map(([name, { cron, durationBudget }]) => [
        'drill',
        name,
        `\`${cron.expression}\``,
        formatDuration(durationBudget),
        '—',
      ]),
    ]),
    `![A week of these backups and drills](${calendarPath})`,
  ];
}
