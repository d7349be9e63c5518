import type { CloudwatchMetric } from './cloudwatch-metric.ts';

const lastHour = {
  namespace: 'AWS/Events',
  statistics: ['Sum'],
  dimensions: ['RuleName'],
  period: 3600,
  length: 3600,
  nilToZero: true,
} satisfies Omit<CloudwatchMetric, 'name'>;

/**
 * How often a rule of EventBridge's default bus matched in the last hour; told only when it did. Both an
 * event and its undoing leave the hour in the order in which they came.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export const matchedEvents: CloudwatchMetric = { name: 'MatchedEvents', ...lastHour };

/** How often an event could not be delivered to the rule's target in the last hour: nobody was notified. */
export const failedInvocations: CloudwatchMetric = { name: 'FailedInvocations', ...lastHour };
