import { alert } from '../alert.ts';
import { oneOf } from '../promql.ts';

/** The last run of a drill did not restore what it should. */
export const DrillFailed = alert({
  name: 'DrillFailed',
  severity: 'critical',
  component: 'drill',
  // A drill that never ran is overdue.
  needs: [],
  conditions: ({ drills }) => {
    const names = Object.keys(drills);
    if (names.length === 0) return [];
    return [
      {
        expr: `resilience:drill_succeeded{${oneOf('drill', names)}} == 0`,
        summary: 'The drill {{ $labels.drill }} failed',
        description:
          'The last run of the drill {{ $labels.drill }} failed: what it restores may not be recoverable.',
      },
    ];
  },
});
