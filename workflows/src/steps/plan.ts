import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { declaredServicesFile, declaredServicesName } from '../declared-services.ts';
import { mountOf, scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Says what is restored, where to, and what must hold afterwards. */
export const plan = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'plan',
    inputs: ['services', 'target', 'kinds', 'selector', 'volume'],
    env: {
      DECLARED: `${mountOf(declaredServicesName)}/${declaredServicesFile}`,
      SERVICES: input('services'),
      TARGET: input('target'),
      KINDS: input('kinds'),
      SELECTOR: input('selector'),
      VOLUME: input('volume'),
      WORKFLOW: '{{workflow.name}}',
    },
    outputs: [
      'services',
      'namespaces',
      'mapping',
      'targets',
      'kinds',
      'selector',
      'checks',
      'gibibytes',
    ],
    deadline: minutes(5),
    retried: true,
    configMaps: [declaredServicesName],
  });
