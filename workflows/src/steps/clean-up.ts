import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { drillGauges } from '../drill-gauges.ts';
import { scriptStep } from '../script-step.ts';
import type { Template } from '../template.ts';

/** How long namespaces may take to go, with everything in them. */
const patience = minutes(15);

/** Takes away what a drill made, and says so when it cannot. */
export const cleanUp = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'clean-up',
    inputs: ['drill'],
    env: {
      WORKFLOW: '{{workflow.name}}',
      TIMEOUT: String(patience.seconds),
      LOOKS: '10',
      INTERVAL: '6',
    },
    outputs: ['left-behind'],
    deadline: minutes(60),
    metrics: drillGauges(
      { metric: 'cleanedUp', value: '1', after: 'success' },
      { metric: 'cleanedUp', value: '0', after: 'failure' },
    ),
  });
