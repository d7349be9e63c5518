import type { Rendered } from '../rendered.ts';
import { called, tasksOf, type Template } from './workflows.ts';

interface From {
  readonly rendered: Rendered;
  readonly own: readonly Template[];
}

/** A template that a run comes to, with those that it comes through. */
export interface Reached {
  readonly template: Template;
  readonly through: readonly Template[];
}

/** Every template that a run comes to from one of its own, in the order in which it does. */
export function reachedFrom(
  { rendered, own }: From,
  name: string | undefined,
  through: readonly Template[] = [],
): Reached[] {
  const start = own.find((template) => template.name === name);
  if (!start || through.includes(start)) return [];
  const path = [...through, start];
  return [
    { template: start, through: path },
    ...tasksOf(start).flatMap(({ task }) => {
      const found = called(rendered, own, task);
      return found ? reachedFrom({ rendered, own: found.own }, found.template.name, path) : [];
    }),
  ];
}
