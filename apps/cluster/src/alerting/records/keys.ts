import { days } from '@resilience/config/duration';
import { type KeyPurpose, keyRules } from '@resilience/config/names';
import type { Environment } from '@resilience/config/environment';

import { guardedKeys } from '../guarded-keys.ts';
import { firstOf, promDuration } from '../promql.ts';
import { recordFamily, type RecordingRule } from '../record.ts';

const record = 'resilience:key_taken_away';

/** Prometheus may be away for a while. */
const remembered = promDuration(days(1));

export const keys = recordFamily({
  name: 'keys',
  about:
    'Whether each key has been taken away and not given back since, 1 or 0; none before the first event.',
  rules: (environment) => guardedKeys(environment).map((key) => stateOf(environment, key)),
});

/** The exporter counts the last hour: of two events, the later stays longer. */
function stateOf({ backups }: Environment, key: KeyPurpose): RecordingRule {
  const { takenAway, givenBack } = keyRules(backups.source, key);
  return {
    record,
    expr: firstOf(
      `max by (region) (aws_events_matched_events_sum{dimension_RuleName="${takenAway}"} > bool 0) == 1`,
      `max by (region) (aws_events_matched_events_sum{dimension_RuleName="${givenBack}"} > bool 0) - 1 == 0`,
      `max by (region) (last_over_time(${record}{key="${key}"}[${remembered}]))`,
    ),
    labels: { key },
  };
}
