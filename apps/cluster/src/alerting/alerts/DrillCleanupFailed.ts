import { alert } from '../alert.ts';
import { oneOf } from '../promql.ts';

/** A drill left behind what it restored: it costs money, and may be taken for the real thing. */
export const DrillCleanupFailed = alert({
  name: 'DrillCleanupFailed',
  severity: 'warning',
  component: 'drill',
  // A drill that never ran is overdue.
  needs: [],
  conditions: ({ drills }) => {
    const names = Object.keys(drills);
    if (names.length === 0) return [];
    return [
      {
        expr: `resilience:drill_cleaned_up{${oneOf('drill', names)}} == 0`,
        summary: 'The drill {{ $labels.drill }} did not clean up',
        description:
          'The last run of the drill {{ $labels.drill }} left behind what it restored: namespaces, volumes and snapshots that are paid for.',
      },
    ];
  },
});
