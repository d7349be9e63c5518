import { declared, said } from '../../guard.ts';

export const drillsAreThere = declared({
  id: 'drills/drills-are-there',
  absence: 'weakest',
  guards: ({ drills }) =>
    Object.entries(drills).map(([name, { kind }]) => ({
      path: `drills.${name}`,
      subject: name,
      strength: 1,
      value: kind,
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `The drill ${one.names} is removed: nothing measures what it measured.`,
      come: (kind) => `The drill ${one.names} (${kind}) is added.`,
      changed: (after, before) => `The drill ${one.names} is a ${after} instead of a ${before}.`,
    }),
});
