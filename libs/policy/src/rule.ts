import type { Declaration } from '@resilience/config/declaration';
import type { z } from 'zod';

import type { OrganisationPolicy } from './organisation-policy.ts';
import type { Rendered, RenderedObject, Selector } from './rendered.ts';

export type Severity = 'error' | 'warning';

/** What an object does that it must not. */
export interface Violation {
  readonly message: string;
  readonly expected: string;
  readonly received: unknown;
  /** From the object on; empty for the whole of it. */
  readonly at: readonly PropertyKey[];
}

export interface Subject {
  readonly object: RenderedObject;
  readonly rendered: Rendered;
  readonly policy: OrganisationPolicy;
  readonly declaration: Declared;
}

/** The part of a declaration that rules compare with what is rendered. */
export type Declared = Pick<Declaration, 'services' | 'schedules' | 'notBackedUp' | 'leftOut'>;

interface Definition<T> {
  /** Its area and its file's name. */
  readonly id: string;
  readonly severity: Severity;
  readonly why: string;
  readonly source: string;
  /** Where the cause is declared, or else is written; `{name}` is the object's name. */
  readonly declaredAt: string;
  readonly appliesTo: Selector;
  /** The part of the object that the rule looks at. */
  readonly shape: z.ZodType<T>;
  readonly check: (value: T, subject: Subject) => readonly Violation[];
}

/** A rule on what is rendered, whatever it looks at. */
export interface Rule extends Omit<Definition<unknown>, 'shape' | 'check'> {
  /** @returns nothing for an object that complies */
  readonly judge: (subject: Subject) => readonly Violation[];
}

/** An object that has not the shape that its rule looks at breaks the rule. */
export function rule<T>({ shape, check, ...definition }: Definition<T>): Rule {
  return {
    ...definition,
    judge: (subject) => {
      const parsed = shape.safeParse(subject.object.value);
      if (parsed.success) return check(parsed.data, subject);
      return parsed.error.issues.map(({ path, message }) =>
        violation('has not the form that can be judged', {
          at: path,
          expected: message,
          received: valueAt(subject.object.value, path),
        }),
      );
    },
  };
}

export const violation = (
  message: string,
  {
    at = [],
    expected,
    received,
  }: Omit<Violation, 'message' | 'at'> & Partial<Pick<Violation, 'at'>>,
): Violation => ({ message, expected, received, at });

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
