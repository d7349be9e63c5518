import { runInNewContext } from 'node:vm';

import { pipelines } from './read-pipelines.ts';

export interface Event {
  readonly github: object;
  readonly vars?: object;
  /** What jobs leave, by the job. */
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly failing?: readonly string[];
}

interface Result {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
}

/** The jobs of a workflow that an event starts, by the conditions of each as GitHub understands them. */
export function jobsThatRun(file: string, event: Event): string[] {
  const results: Record<string, Result> = {};
  for (const [id, { if: condition, needs = [] }] of Object.entries(
    pipelines.get(file)?.jobs ?? {},
  )) {
    const needed = [needs].flat().map((name) => [name, results[name]] as const);
    const succeeded = needed.every(([, of]) => of?.result === 'success');
    // Without a function of the status, a job waits for the success of those that it needs.
    const asksItself = /\b(cancelled|always|failure)\(\)/.test(condition ?? '');
    const runs = (asksItself || succeeded) && isTrue(condition, event, Object.fromEntries(needed));
    const ran = event.failing?.includes(id) ? 'failure' : 'success';
    results[id] = { result: runs ? ran : 'skipped', outputs: event.outputs?.[id] ?? {} };
  }
  return Object.keys(results).filter((id) => results[id]?.result !== 'skipped');
}

function isTrue(
  condition: string | undefined,
  { github, vars = {} }: Event,
  needs: Readonly<Record<string, Result | undefined>>,
): boolean {
  if (condition === undefined) return true;
  const functions = {
    always: () => true,
    cancelled: () => false,
    startsWith: (text: string, start: string) => text.startsWith(start),
  };
  return Boolean(runInNewContext(condition, { github, vars, needs, ...functions }));
}
