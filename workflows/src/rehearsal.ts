import { type Duration, minutes, seconds } from '@resilience/config/duration';
import { drillServiceAccount } from '@resilience/config/names';
import type { Scenario } from '@resilience/config/scenario';

import { howItEnded, type Runbook, shared, workflowDefaults } from './runbook.ts';
import { inTurn, type Named, parameters, sequence } from './template.ts';

interface Rehearsal {
  /** Empty outside of drills. */
  readonly drill: string;
  readonly runbook: string;
  readonly scenario: Scenario;
  /** JSON list of services. */
  readonly services: string;
  readonly backup: string;
  readonly before: string;
  /** Of the restore, and again until everything stands. */
  readonly budget: Duration;
  /** What has to happen first. */
  readonly gate?: Named;
  /** What people have to say is done before it is taken away. */
  readonly after?: readonly string[];
}

/** A run that restores into namespaces of its own, and takes them away whatever happened. */
export function rehearsal(run: Rehearsal): Runbook {
  const { drill, runbook, scenario, services, backup, before, gate, after = [] } = run;
  const what = { drill, scenario };
  return {
    ...workflowDefaults(drillServiceAccount),
    entrypoint: 'run',
    onExit: 'finish',
    templates: [
      {
        name: 'run',
        ...sequence(
          ...(gate ? [{ name: gate.name, template: gate.name }] : []),
          {
            name: 'rehearse',
            ...shared('rehearse'),
            arguments: parameters({
              ...what,
              services,
              backup,
              before,
              deadline: String(run.budget.seconds),
            }),
          },
          ...after.map((name) => ({ name, template: name })),
        ),
      },
      ...(gate ? [gate] : []),
      ...after.map((name) => ({ name, suspend: {} })),
      {
        name: 'finish',
        ...inTurn([
          {
            name: 'report',
            ...shared('finish-rehearsal'),
            arguments: parameters({ ...what, runbook, ...howItEnded }),
          },
        ]),
      },
    ],
  };
}

/** Half of what a drill may take, and no less than ten minutes: it restores, and then it waits. */
export const stepBudget = (budget: Duration): Duration =>
  seconds(Math.max(minutes(10).seconds, Math.floor(budget.seconds / 2)));

/** Drills take the newest backup, as a disaster would. */
export const newest = { backup: '', before: '' } as const;
