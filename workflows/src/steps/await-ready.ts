import { seconds } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { declaredServicesFile, declaredServicesName } from '../declared-services.ts';
import { mountOf, scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

const interval = seconds(2);

/** Waits until workloads have their pods, and pods their volumes. */
export const awaitReady = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'await-ready',
    inputs: ['services', 'partial', 'deadline'],
    env: {
      DECLARED: `${mountOf(declaredServicesName)}/${declaredServicesFile}`,
      SERVICES: input('services'),
      PARTIAL: input('partial'),
      INTERVAL: String(interval.seconds),
      DEADLINE: input('deadline'),
    },
    outputs: [],
    deadline: 'deadline',
    configMaps: [declaredServicesName],
  });
