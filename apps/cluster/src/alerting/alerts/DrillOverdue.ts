import { gapsOf } from '@resilience/config/cron-gap';
import { formatDuration, minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { awaitedSince } from '../awaited-since.ts';
import { firstOf } from '../promql.ts';

/** No drill has succeeded in the time in which one should have. */
export const DrillOverdue = alert({
  name: 'DrillOverdue',
  severity: 'warning',
  component: 'drill',
  // A drill that never succeeded is counted from when it was first awaited.
  needs: [],
  conditions: ({ drills }) =>
    Object.entries(drills).map(([drill, { cron, durationBudget }]) => {
      // A drill succeeds at its end: a quick one may be followed by one that takes its whole budget.
      const limit = { seconds: gapsOf(cron).longest.seconds + durationBudget.seconds };
      const newest = firstOf(
        `max(resilience:drill_last_success_timestamp_seconds{drill="${drill}"})`,
        awaitedSince('drill', drill),
      );
      return {
        expr: `time() - (\n${newest}\n) > ${limit.seconds}`,
        // Workflows wait for each other, and for nodes.
        for: minutes(15),
        labels: { drill },
        summary: `The drill ${drill} has not succeeded for too long`,
        description: `The drill ${drill} (${cron.expression} UTC) last succeeded, or has been awaited for, {{ $value | humanizeDuration }} ago; ${formatDuration(limit)} at most are normal.`,
      };
    }),
});
