import { checksOf } from '../../check-name.ts';
import { declared, said } from '../../guard.ts';

export const checksAreThere = declared({
  id: 'services/checks-are-there',
  absence: 'weakest',
  guards: ({ services }) =>
    checksOf(services).map(({ guard }) => ({ ...guard, strength: 1, value: 'is there' })),
  sentence: (one) =>
    said(one, {
      gone: () => `The check ${one.names} is removed: drills and recoveries do without it.`,
      come: () => `The check ${one.names} is added.`,
      changed: () => '',
    }),
});
