import { be, counted, declared, said } from '../../guard.ts';

/** What is restored and tried, from little to all. */
const thoroughness = ['validation', 'namespace-restore', 'cluster-restore', 'region-failover'];

export const drillsAreThere = declared({
  id: 'drills/drills-are-there',
  absence: 'weakest',
  guards: ({ drills }) =>
    Object.entries(drills).map(([name, { kind }]) => ({
      path: `drills.${name}`,
      subject: name,
      strength: thoroughness.indexOf(kind),
      value: kind,
    })),
  sentence: (one) =>
    said(one, {
      gone: () =>
        `The ${counted('drill', one.many)} ${one.names} ${be(one.many)} removed: nothing measures any more how these recoveries go.`,
      come: (kind) =>
        `The ${counted('drill', one.many)} ${one.names} (${kind}) ${be(one.many)} added.`,
      changed: (after, before) => `The drill ${one.names} is a ${after} instead of a ${before}.`,
    }),
});
