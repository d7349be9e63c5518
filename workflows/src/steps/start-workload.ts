import { seconds } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { declaredServicesFile, declaredServicesName } from '../declared-services.ts';
import { mountOf, scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

const interval = seconds(2);

/** Starts what was stopped for the restore of one volume, so that its pod says where the volume has to be. */
export const startWorkload = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'start-workload',
    inputs: ['services', 'volume', 'deadline'],
    env: {
      DECLARED: `${mountOf(declaredServicesName)}/${declaredServicesFile}`,
      SERVICES: input('services'),
      VOLUME: input('volume'),
      WORKFLOW: '{{workflow.name}}',
      INTERVAL: String(interval.seconds),
      DEADLINE: input('deadline'),
    },
    outputs: [],
    deadline: 'deadline',
    configMaps: [declaredServicesName],
  });
