import { type Wave, waves } from '@resilience/config/waves';

import { input, output, parameters, passed, type Task } from '../template.ts';
import { waveTasks } from '../wave-tasks.ts';
import { ofWave } from './choose-backup.ts';

interface InWaves {
  /** The template that restores, and what it is given beside what is chosen. */
  readonly restore: string;
  readonly given: readonly string[];
  /** Whether what is declared may be missing, as JSON. */
  readonly partial: string;
  /** When the data was lost; empty where it was not. */
  readonly disasterAt: string;
  /** What has to be done before the first restore. */
  readonly after?: string;
}

/** What a template that restores in waves is given, by name. */
export const chosenInWaves: readonly string[] = [
  'started-at',
  ...waves.flatMap((wave) => Object.values(ofWave(wave))),
];

/**
 * Restores wave by wave: the next begins when the restores of the one before have ended, whatever became
 * of them, and while that is looked at. One that fails keeps no other from coming back; it fails the run.
 */
export const inWaves = (run: InWaves): Task[] =>
  waves.flatMap((wave, index) => tasksOf(wave, waves[index - 1], run));

/** Says of each service how long it took and how old its data was, when all of them are back. */
export const published: readonly Task[] = waves.map((wave) => ({
  name: waveTasks(wave).publish,
  template: 'publish-measurement',
  depends: [`${waveTasks(wave).measure}.Succeeded`, ...waves.map(isMeasured)].join(' && '),
  withParam: output(waveTasks(wave).measure, 'services'),
  arguments: parameters({
    ...passed('drill'),
    service: '{{item.service}}',
    scenario: '{{item.scenario}}',
    'recovery-time': '{{item.recoveryTimeSeconds}}',
    'data-loss': '{{item.dataLossSeconds}}',
  }),
}));

/** It came back, or there is nothing in it. */
function isMeasured(wave: Wave): string {
  const { restore, measure } = waveTasks(wave);
  return `(${measure}.Succeeded || ${restore}.Skipped)`;
}

function tasksOf(wave: Wave, before: Wave | undefined, run: InWaves): Task[] {
  const { restores, services, checks } = ofWave(wave);
  const { restore, ready, verify, measure } = waveTasks(wave);
  const depends = before ? ended(waveTasks(before).restore) : run.after;
  return [
    {
      name: restore,
      template: run.restore,
      ...(depends !== undefined && { depends }),
      withParam: input(restores),
      arguments: parameters({
        ...passed(...run.given),
        restore: '{{item.restore}}',
        backup: '{{item.backup}}',
        namespaces: '{{item.namespaces}}',
        excluded: '{{item.excluded}}',
      }),
    },
    {
      name: ready,
      template: 'await-ready',
      depends: `${restore}.Succeeded`,
      arguments: parameters({
        ...passed('deadline'),
        services: input(services),
        partial: run.partial,
      }),
    },
    {
      name: verify,
      template: 'verify-service',
      depends: ready,
      withParam: input(checks),
      arguments: parameters({ checks: '{{item.checks}}' }),
    },
    {
      name: measure,
      template: 'measure',
      depends: verify,
      arguments: parameters({
        ...passed('scenario', 'started-at'),
        services: input(services),
        restores: input(restores),
        'disaster-at': run.disasterAt,
      }),
    },
  ];
}

const ended = (task: string): string =>
  ['Succeeded', 'Failed', 'Errored', 'Skipped'].map((state) => `${task}.${state}`).join(' || ');
