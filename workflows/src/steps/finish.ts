import type { Environment } from '@resilience/config/environment';

import { inputs, parameters, passed, type Task, type Template } from '../template.ts';
import { notifyStep, toldChannels } from './notify.ts';

/** Whatever became of the task before. */
const ended = (task: string): string => `${task}.Succeeded || ${task}.Failed || ${task}.Errored`;

/**
 * What happens at the end of every run, whatever happened in it. None of it keeps the next from
 * happening, and any of it that fails fails the run.
 *
 * @param environment whose channels are told
 */
export const finish = (environment: Environment): Template[] => [
  ending(environment, 'finish-rehearsal', true),
  ending(environment, 'finish-recovery', false),
];

/** Only a rehearsal leaves something behind that nobody asked for. */
function ending(environment: Environment, name: string, cleansUp: boolean): Template {
  const tasks: Task[] = [
    ...(cleansUp
      ? [{ name: 'clean-up', template: 'clean-up', arguments: parameters(passed('drill')) }]
      : []),
    {
      name: 'leave-evidence',
      template: 'leave-evidence',
      ...(cleansUp && { depends: ended('clean-up') }),
      arguments: parameters(passed('drill', 'runbook', 'scenario', 'outcome')),
    },
    ...toldChannels(environment).map((channel) => ({
      name: notifyStep(channel),
      template: notifyStep(channel),
      depends: ended('leave-evidence'),
      arguments: parameters(passed('runbook', 'outcome', 'failures')),
    })),
  ];
  return {
    name,
    inputs: inputs('drill', 'runbook', 'scenario', 'outcome', 'failures'),
    dag: { failFast: false, target: tasks.map((task) => task.name).join(' '), tasks },
  };
}
