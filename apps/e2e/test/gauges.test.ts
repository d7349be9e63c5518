import { expect, test } from 'vitest';

import { gaugesOf } from '../src/drills/gauges.ts';

const scraped = `# HELP argo_workflows_resilience_drill_succeeded Whether the last run of the drill succeeded
# TYPE argo_workflows_resilience_drill_succeeded gauge
argo_workflows_resilience_drill_succeeded{drill="validation"} 1
argo_workflows_resilience_drill_succeeded{drill="other"} 0
argo_workflows_resilience_drill_recovery_time_seconds{drill="validation",scenario="namespace-deletion",service="orders"} 148
argo_workflows_resilience_drill_last_success_timestamp_seconds{drill="validation"} 1.795689883e+09
argo_workflows_total_count{phase="Succeeded"} 3
`;

test('gauges are of one drill, by their names and services', async () => {
  const argo = { url: '', scrape: () => Promise.resolve(scraped), stop: () => Promise.resolve() };
  expect(Object.fromEntries(await gaugesOf(argo, 'validation'))).toEqual({
    succeeded: 1,
    'recoveryTime orders': 148,
    lastSuccess: 1_795_689_883,
  });
});
