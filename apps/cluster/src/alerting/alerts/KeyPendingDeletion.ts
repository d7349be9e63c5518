import { alert } from '../alert.ts';
import { guardedKeys } from '../guarded-keys.ts';
import { oneOf } from '../promql.ts';

/** Somebody is taking away a key of the backups, while it can still be undone. */
export const KeyPendingDeletion = alert({
  name: 'KeyPendingDeletion',
  severity: 'critical',
  component: 'key',
  needs: ['aws_events_matched_events_sum'],
  conditions: (environment) => [
    {
      expr: `resilience:key_taken_away{${oneOf('key', guardedKeys(environment))}} == 1`,
      summary: 'The key of {{ $labels.key }} is being taken away in {{ $labels.region }}',
      description:
        'The KMS key of {{ $labels.key }} in {{ $labels.region }} was disabled or scheduled for deletion, and has not been enabled since. Without it nothing that it encrypts can be read.',
    },
  ],
});
