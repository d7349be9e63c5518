import type { Addition, Declared } from './addition.ts';
import { declaredEnvironment, freeName, inConfig } from './declared-environment.ts';
import { durationOf, wordOf } from './flags.ts';

export interface ScheduleFlags {
  readonly env: string;
  readonly cron: string;
  readonly retention: string;
  readonly covers?: readonly string[];
  readonly volumes?: string;
  readonly budget?: string;
}

const destinations = ['snapshots', 'file-level-copies'] as const;

/** `resilience add schedule` */
export function addSchedule(declared: Declared, name: string, flags: ScheduleFlags): Addition {
  const { schedules } = declaredEnvironment(declared, flags.env);
  freeName('schedule', schedules, name);
  return {
    title: `the schedule ${name} to ${flags.env}`,
    edit: (editor) =>
      editor.addProperty(inConfig(flags.env, 'schedules'), name, {
        cron: flags.cron,
        retention: durationOf('--retention', flags.retention),
        covers: flags.covers ?? 'cluster',
        volumes: wordOf('--volumes', flags.volumes ?? 'file-level-copies', destinations),
        durationBudget: durationOf('--budget', flags.budget ?? '2h'),
      }),
  };
}
