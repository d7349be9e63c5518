import type { Environment } from '@resilience/config/environment';

import { drillGauges } from '../drill-gauges.ts';
import { confined, resources } from '../script-step.ts';
import { input, inputs, type Template } from '../template.ts';

/** Has the controller publish what was measured of one service; the container itself does nothing. */
export const publishMeasurement = ({ workflows }: Environment): Template => ({
  name: 'publish-measurement',
  inputs: inputs('drill', 'service', 'scenario', 'recovery-time', 'data-loss'),
  activeDeadlineSeconds: 300,
  metrics: drillGauges(
    ...(['recoveryTime', 'dataLoss'] as const).map((metric) => ({
      metric,
      value: input(metric === 'recoveryTime' ? 'recovery-time' : 'data-loss'),
      after: 'success' as const,
      labels: ['service', 'scenario'],
    })),
  ),
  container: {
    name: '',
    image: workflows.tools,
    command: ['true'],
    resources,
    securityContext: confined,
  },
});
