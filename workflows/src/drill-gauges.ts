import { drillMetrics } from '@resilience/config/drill-metrics';

import { input, type Template } from './template.ts';

type Metrics = NonNullable<Template['metrics']>['prometheus'];
type Metric = Metrics[number];

const help = {
  lastSuccess: 'When the drill last succeeded, in Unix seconds',
  succeeded: 'Whether the last run of the drill succeeded',
  cleanedUp: 'Whether the last run of the drill left nothing behind',
  recoveryTime: 'Seconds until the service was verified to be back',
  dataLoss: 'Seconds by which the restored data was older than the start of the drill',
} as const satisfies Record<keyof typeof drillMetrics, string>;

interface Gauge {
  readonly metric: keyof typeof drillMetrics;
  readonly value: string;
  /** Whether the step has to have succeeded, or has to have failed. */
  readonly after: 'success' | 'failure';
  /** What else has to hold, as a condition of Argo. */
  readonly and?: string;
  /** Inputs of the step that become labels, beside `drill`. */
  readonly labels?: readonly string[];
}

/** What a step publishes when it ends; nothing outside of drills. */
export const drillGauges = (...gauges: readonly Gauge[]): { prometheus: Metric[] } => ({
  prometheus: gauges.map(({ metric, value, after, and, labels = [] }) => ({
    name: drillMetrics[metric],
    help: help[metric],
    labels: ['drill', ...labels].map((key) => ({ key, value: input(key) })),
    when: [
      `'${input('drill')}' != ''`,
      `'{{status}}' ${after === 'success' ? '==' : '!='} 'Succeeded'`,
      ...(and === undefined ? [] : [and]),
    ].join(' && '),
    gauge: { realtime: false, value },
  })),
});
