import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Measures how long it took, how old the data was, and how fast it moved. */
export const measure = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'measure',
    inputs: ['services', 'restores', 'scenario', 'started-at', 'disaster-at'],
    env: {
      SERVICES: input('services'),
      SCENARIO: input('scenario'),
      STARTED_AT: input('started-at'),
      DISASTER_AT: input('disaster-at'),
      RESTORES: input('restores'),
      WORKFLOW: '{{workflow.name}}',
    },
    outputs: ['services', 'rates'],
    deadline: minutes(5),
  });
