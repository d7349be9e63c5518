import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Makes the namespaces that a drill restores into, closed on both sides. */
export const prepareTarget = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'prepare-target',
    inputs: ['targets', 'drill', 'gibibytes'],
    env: {
      TARGETS: input('targets'),
      DRILL: input('drill'),
      GIBIBYTES: input('gibibytes'),
      WORKFLOW: '{{workflow.name}}',
    },
    outputs: [],
    deadline: minutes(5),
    retried: true,
  });
