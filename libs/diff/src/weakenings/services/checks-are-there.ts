import { checksOf } from '../../check-name.ts';
import { be, counted, declared, said } from '../../guard.ts';

export const checksAreThere = declared({
  id: 'services/checks-are-there',
  absence: 'weakest',
  guards: ({ services }) =>
    checksOf(services).map(({ guard }) => ({ ...guard, strength: 1, value: 'is there' })),
  sentence: (one) =>
    said(one, {
      gone: () =>
        `The ${counted('check', one.many)} ${one.names} ${be(one.many)} removed: drills and recoveries do without it.`,
      come: () => `The ${counted('check', one.many)} ${one.names} ${be(one.many)} added.`,
      changed: () => '',
    }),
});
