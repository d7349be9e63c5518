import { seconds } from '@resilience/config';

import type { FoundHook, FoundNamespace } from './audited.ts';
import type { Running } from './kept-schedules.ts';

export interface KeptHooks {
  readonly hooks: readonly object[];
  readonly notes: readonly string[];
}

interface Around {
  /** The schedules that hold the namespace. */
  readonly schedules: readonly Running[];
  /** Such as `StatefulSet/postgres`: those that the service declares. */
  readonly workloads: ReadonlySet<string>;
}

/** The commands that Velero runs in the pods of a namespace, as hooks of its service. */
export function keptHooks(
  { name: namespace, hooks, otherHooks }: FoundNamespace,
  { schedules, workloads }: Around,
): KeptHooks {
  const running = hooks.filter(
    ({ schedule }) => schedule === undefined || schedules.some(({ name }) => name === schedule),
  );
  const distinct = [...Map.groupBy(running, sameFor).values()];
  const kept = distinct.filter(([first]) => first && whyNot(first, workloads) === undefined);
  return {
    hooks: kept.flatMap(([hook], index) => (hook ? [declared(hook, index)] : [])),
    notes: [
      ...kept.flatMap((same) => notesOfHook(namespace, same, schedules)),
      ...distinct.flatMap(([hook]) => {
        const why = hook && whyNot(hook, workloads);
        return why ? [`The hook ${titleOf(namespace, hook)} is not declared: ${why}.`] : [];
      }),
      ...otherHooks.map(
        ({ workload, what, place }) =>
          `${workload} of ${namespace} ${what} (${place.file}:${place.line}): no hook of a declaration does that, and its annotations have to stay.`,
      ),
    ],
  };
}

/** What makes two hooks one. */
const sameFor = (hook: FoundHook): string =>
  JSON.stringify({ ...hook, schedule: undefined, place: undefined });

const titleOf = (namespace: string, { when, workload, place }: FoundHook): string =>
  `${when} of ${namespace}/${workload} (${place.file}:${place.line})`;

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

function whyNot(
  { container, command, workload }: FoundHook,
  workloads: ReadonlySet<string>,
): string | undefined {
  if (!workloads.has(workload)) return `${workload} is no workload that is declared`;
  if (container === undefined || !label.test(container)) return 'nothing names its container';
  return command.some((word) => word.trim() === '') ? 'an argument is empty' : undefined;
}

/** Blanks at the ends of an argument, such as the last line break of a script, are left out. */
const declared = (
  { workload, container, when, command, timeout, onError }: FoundHook,
  index: number,
) => ({
  kind: 'command',
  name: nameOf(workload.split('/')[1] ?? '', `${when}-${index + 1}`),
  workload: workload.split('/')[1],
  container,
  when,
  command: command.map((word) => word.trim()),
  timeout: seconds(Math.max(1, Math.ceil(timeout))),
  onError,
});

const nameOf = (workload: string, suffix: string): string =>
  `${workload.slice(0, 62 - suffix.length).replaceAll(/[^a-z0-9-]/g, '-')}-${suffix}`;

/** Velero runs the hooks of annotations in the place of those of schedules. */
function notesOfHook(
  namespace: string,
  same: readonly FoundHook[],
  schedules: readonly Running[],
): string[] {
  const [hook] = same;
  if (!hook) return [];
  const by = new Set(same.map(({ schedule }) => schedule));
  const others = schedules.filter(({ name }) => !by.has(undefined) && !by.has(name));
  return [
    ...(by.has(undefined)
      ? [
          `The hook ${titleOf(namespace, hook)} is declared: remove its annotations once that is rendered. While they are there, Velero runs no other hook ${hook.when === 'after-restore' ? 'after a restore' : 'at that time'} in these pods.`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `The hook ${titleOf(namespace, hook)} runs with ${others.map(({ name }) => name).join(', ')} from now on, too.`,
        ]
      : []),
  ];
}
