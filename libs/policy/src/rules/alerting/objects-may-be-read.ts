import { z } from 'zod';

import type { Rendered, Selector } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

const file = 'custom-resource-state.json';

const told: Selector = (rendered) =>
  rendered.of('v1/ConfigMap').filter(({ value }) => JSON.stringify(value).includes(file));

export const objectsMayBeRead = rule({
  id: 'alerting/objects-may-be-read',
  severity: 'error',
  why: 'Of a kind that it may not list and watch, kube-state-metrics tells nothing, which looks as if there were no objects.',
  source:
    'https://github.com/kubernetes/kube-state-metrics/blob/v2.15.0/docs/metrics/extend/customresourcestate-metrics.md',
  declaredAt: 'apps/cluster/src/exporters/object-state-exporter.ts',
  appliesTo: told,
  shape: z.looseObject({
    metadata: z.looseObject({ name: z.string() }),
    data: z.looseObject({ [file]: z.string() }),
  }),
  check: ({ metadata: { name }, data }, { rendered }) => {
    const granted = grantsTo(name, rendered);
    return configuration
      .parse(JSON.parse(data[file]))
      .spec.resources.filter(
        ({ groupVersionKind: { group }, resourcePlural }) => !granted(group, resourcePlural),
      )
      .map(({ resourcePlural }) =>
        violation(`may not read ${resourcePlural}`, {
          at: ['data', file],
          expected: `a role with list and watch of ${resourcePlural}`,
          received: undefined,
        }),
      );
  },
});

/** Whether the roles that an account is bound to let it list and watch a resource. */
function grantsTo(account: string, rendered: Rendered) {
  const bindings = rendered
    .of('rbac.authorization.k8s.io/RoleBinding')
    .map(({ value }) => binding.parse(value))
    .filter(({ subjects }) => subjects.some(({ name }) => name === account));
  const roles = new Set(bindings.map(({ roleRef }) => roleRef.name));
  const rules = rendered
    .of('rbac.authorization.k8s.io/Role')
    .filter(({ name }) => roles.has(name))
    .flatMap(({ value }) => role.parse(value).rules);
  return (group: string, resource: string): boolean =>
    rules.some(
      ({ apiGroups, resources, verbs }) =>
        apiGroups.includes(group) &&
        resources.includes(resource) &&
        ['list', 'watch'].every((verb) => verbs.includes(verb)),
    );
}

const binding = z.looseObject({
  roleRef: z.looseObject({ name: z.string() }),
  subjects: z.array(z.looseObject({ name: z.string() })),
});

const role = z.looseObject({
  rules: z.array(
    z.looseObject({
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()).default([]),
      verbs: z.array(z.string()),
    }),
  ),
});

const configuration = z.looseObject({
  spec: z.looseObject({
    resources: z.array(
      z.looseObject({
        groupVersionKind: z.looseObject({ group: z.string() }),
        resourcePlural: z.string(),
      }),
    ),
  }),
});
