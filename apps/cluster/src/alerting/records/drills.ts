import { days } from '@resilience/config/duration';
import { scrapedDrillMetric } from '@resilience/config/drill-metrics';

import { firstOf, oneOf, promDuration } from '../promql.ts';
import { recordFamily } from '../record.ts';

/** The workflow controller forgets its metrics when it restarts; Prometheus may be away for a while. */
const remembered = promDuration(days(1));

export const drills = recordFamily({
  name: 'drills',
  about: 'What the last run of each drill reported, for as long as the drill is declared.',
  rules: (environment) => {
    const names = Object.keys(environment.drills);
    if (names.length === 0) return [];
    const of = oneOf('drill', names);
    const carried = (record: string, metric: string, by: string) => ({
      record,
      expr: firstOf(
        `max by (${by}) (${metric}{${of}})`,
        `last_over_time(${record}{${of}}[${remembered}])`,
      ),
    });
    const byService = 'drill, service, scenario';
    return [
      carried(
        'resilience:drill_last_success_timestamp_seconds',
        scrapedDrillMetric('lastSuccess'),
        'drill',
      ),
      carried('resilience:drill_succeeded', scrapedDrillMetric('succeeded'), 'drill'),
      carried('resilience:drill_cleaned_up', scrapedDrillMetric('cleanedUp'), 'drill'),
      carried(
        'resilience:drill_recovery_time_seconds',
        scrapedDrillMetric('recoveryTime'),
        byService,
      ),
      carried('resilience:drill_data_loss_seconds', scrapedDrillMetric('dataLoss'), byService),
    ];
  },
});
