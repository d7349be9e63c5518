import { alert } from '../alert.ts';

/** Something happened to a key or with the break-glass role, and AWS could notify nobody of it. */
export const EventsUndelivered = alert({
  name: 'EventsUndelivered',
  severity: 'critical',
  component: 'key',
  needs: ['aws_events_failed_invocations_sum'],
  conditions: () => [
    {
      expr: 'max by (dimension_RuleName, region) (aws_events_failed_invocations_sum) > 0',
      summary: 'The event rule {{ $labels.dimension_RuleName }} notifies nobody',
      description:
        'EventBridge could not deliver {{ $value }} events of the rule {{ $labels.dimension_RuleName }} in {{ $labels.region }} within the last hour: what it watches for has happened, and nobody has a message of it.',
    },
  ],
});
