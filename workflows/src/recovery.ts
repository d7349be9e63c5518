import type { Environment } from '@resilience/config/environment';
import { runbookServiceAccount } from '@resilience/config/names';
import type { Scenario } from '@resilience/config/scenario';

import { pause, pausedApplication, resume } from './paused-application.ts';
import { howItEnded, asked, type Runbook, shared, supplied, workflowDefaults } from './runbook.ts';
import {
  inTurn,
  output,
  parameters,
  sequence,
  type Task,
  type Template,
  type Values,
} from './template.ts';

interface Recovery {
  readonly runbook: string;
  readonly scenario: Scenario;
  /** What else is asked of who starts it; each must say what it is. */
  readonly asks: readonly {
    readonly name: string;
    readonly description: string;
    readonly value?: string;
  }[];
  /** What the time `disaster-at` is, where nothing was lost. */
  readonly disasterAt?: string;
  /** What is restored, as the shared step `recover` takes it. */
  readonly restored: Values;
  /** Whether the application that deploys it is paused meanwhile. */
  readonly pauses: boolean;
  /** A shared step that goes on beside the restore, and what it is given besides its deadline. */
  readonly beside?: { readonly step: string; readonly given: Values };
  /** What people have to say is done, before and after. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

const second = 'second-approval';

/** A run that restores to where things were, when two have approved it. */
export const recovery = (environment: Environment, run: Recovery): Runbook => ({
  ...workflowDefaults(runbookServiceAccount),
  entrypoint: 'run',
  onExit: 'finish',
  ...asked(
    ...run.asks,
    { name: 'backup', description: 'A backup by name; else the newest that can serve', value: '' },
    {
      name: 'before',
      description: 'In UTC, such as 2026-11-24T01:00:00Z: no backup that began later is taken',
      value: '',
    },
    {
      name: 'disaster-at',
      description: `${run.disasterAt ?? 'When the data was lost'}, in UTC, such as 2026-11-24T01:55:00Z: only a backup that was complete before is taken`,
    },
    { name: 'approved-by', description: 'Who approved it; a second person does so in the run' },
    ...(run.pauses
      ? [
          {
            name: 'application',
            description: 'Application of ArgoCD that deploys the target and is paused meanwhile',
            value: '',
          },
        ]
      : []),
  ),
  templates: [
    { name: 'run', ...sequence(...way(environment, run)) },
    supplied(second, 'approved-by'),
    ...[...(run.before ?? []), ...(run.after ?? [])].map((name) => ({ name, suspend: {} })),
    finish(run),
    ...(run.pauses ? pausedApplication(environment.gitops.namespace) : []),
  ],
});

const way = ({ workflows }: Environment, run: Recovery): (Task | Task[])[] => [
  { name: second, template: second },
  ...(run.before ?? []).map((name) => ({ name, template: name })),
  ...(run.pauses ? [{ name: 'pause', template: pause }] : []),
  [
    {
      name: 'recover',
      ...shared('recover'),
      arguments: parameters({
        scenario: run.scenario,
        ...run.restored,
        ...asGiven('backup', 'before', 'disaster-at', 'approved-by'),
        'second-approval-by': output(second, 'approved-by'),
        deadline: String(workflows.recoveryBudget.seconds),
      }),
    },
    ...[run.beside ?? []].flat().map(({ step, given }) => ({
      name: step,
      ...shared(step),
      arguments: parameters({ ...given, deadline: String(workflows.recoveryBudget.seconds) }),
    })),
  ],
  ...(run.after ?? []).map((name) => ({ name, template: name })),
];

/** What was asked of who started the run. */
export const asGiven = (...names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, `{{workflow.parameters.${name}}}`]));

/** Whatever happened: ArgoCD goes on, and the report is left. */
function finish({ pauses, runbook, scenario }: Recovery): Template {
  const report = {
    name: 'report',
    ...shared('finish-recovery'),
    arguments: parameters({ drill: '', runbook, scenario, ...howItEnded }),
  };
  const tasks = pauses ? [{ name: 'resume', template: resume }, report] : [report];
  return { name: 'finish', ...inTurn(tasks) };
}
