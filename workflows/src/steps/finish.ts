import type { Environment } from '@resilience/config/environment';

import { confined, resources } from '../script-step.ts';
import {
  inputs,
  inTurn,
  parameters,
  passed,
  statusOf,
  type Step,
  type Template,
} from '../template.ts';
import { notifyStep, toldChannels } from './notify.ts';

const fail = 'fail-the-run';

/**
 * What happens at the end of every run, whatever happened in it. None of it keeps the next from
 * happening, and any of it that fails fails the run.
 *
 * @param environment whose channels are told
 */
export const finish = (environment: Environment): Template[] => [
  ending(environment, 'finish-rehearsal', true),
  ending(environment, 'finish-recovery', false),
  {
    name: fail,
    activeDeadlineSeconds: 300,
    container: {
      name: '',
      image: environment.workflows.tools,
      command: ['false'],
      resources,
      securityContext: confined,
    },
  },
];

/** Only a rehearsal leaves something behind that nobody asked for. */
function ending(environment: Environment, name: string, cleansUp: boolean): Template {
  const channels = toldChannels(environment).map(notifyStep);
  const groups = [
    ...(cleansUp ? [[step('clean-up', 'drill')]] : []),
    [step('leave-evidence', 'drill', 'runbook', 'scenario', 'outcome')],
    ...(channels.length > 0
      ? [channels.map((channel) => step(channel, 'runbook', 'outcome', 'failures'))]
      : []),
  ];
  const failed = groups.flat().map((each) => `'${statusOf(each.name)}' != 'Succeeded'`);
  return {
    name,
    inputs: inputs('drill', 'runbook', 'scenario', 'outcome', 'failures'),
    ...inTurn(...groups, [{ name: fail, template: fail, when: failed.join(' || ') }]),
  };
}

/** A step by the name of its template, after which the next comes to its turn whatever became of it. */
const step = (template: string, ...given: readonly string[]): Step => ({
  name: template,
  template,
  arguments: parameters(passed(...given)),
  continueOn: { failed: true, error: true },
});
