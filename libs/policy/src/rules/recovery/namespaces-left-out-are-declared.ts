import { excludedNamespaces, matches } from '@resilience/config/left-out';
import { coveredServices } from '@resilience/config/volumes';

import { schedule } from '../../detect/schedules.ts';
import { kind } from '../../rendered.ts';
import { type Declared, rule, type Violation, violation } from '../../rule.ts';

export const namespacesLeftOutAreDeclared = rule({
  id: 'recovery/namespaces-left-out-are-declared',
  severity: 'error',
  why: 'A namespace that a schedule leaves out without a declared reason is believed to be safe until it is needed.',
  source: 'https://velero.io/docs/v1.18/resource-filtering/#excludes',
  declaredAt: 'schedules.{name}.covers',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ spec: { template } }, { object, declaration }) => {
    const { includedNamespaces: included, excludedNamespaces: excluded } = template;
    const declared = declaration.schedules[object.name];
    const left = excludedNamespaces(declaration);
    const isLeft = (namespace: string): boolean =>
      left.some((pattern) => pattern === namespace || matches(pattern, namespace));
    const all = included.length === 0 || included.includes('*');
    return [
      ...excluded.filter((one) => !isLeft(one)).map(undeclared),
      ...(declared ? missing(declaration, declared, all ? ['*'] : included) : []),
      ...(all ? left.filter((one) => !excluded.includes(one)) : included.filter(isLeft)).map(kept),
    ];
  },
});

/** What a schedule has to back up, and does not. */
function missing(
  declaration: Declared,
  covering: Declared['schedules'][string],
  included: readonly string[],
): Violation[] {
  if (included.includes('*')) return [];
  const needed =
    covering.covers === 'cluster'
      ? ['*']
      : coveredServices(declaration, covering).map(([, { namespace }]) => namespace);
  return [...new Set(needed)]
    .filter((namespace) => !included.includes(namespace))
    .map((namespace) =>
      violation(
        namespace === '*'
          ? 'covers the cluster, and leaves out all namespaces but those that it names'
          : `leaves out the namespace ${namespace} of a service that it covers`,
        {
          at: [...template, 'includedNamespaces'],
          expected: `"${namespace}" in includedNamespaces`,
          received: included,
        },
      ),
    );
}

const template = ['spec', 'template'];

const undeclared = (namespace: string): Violation =>
  violation(`leaves out the namespace ${namespace}, and nobody declares that`, {
    at: [...template, 'excludedNamespaces'],
    expected: 'a reason in leftOut, or at notBackedUp of its service',
    received: namespace,
  });

const kept = (namespace: string): Violation =>
  violation(`backs up the namespace ${namespace}, against the declaration`, {
    at: [...template, 'excludedNamespaces'],
    expected: `"${namespace}" in excludedNamespaces`,
    received: undefined,
  });
