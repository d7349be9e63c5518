import { policies, rendered, said } from '../../guard.ts';
import { placeOf, statementsOf } from '../../policy-statements.ts';

export const refusalsAreThere = rendered({
  id: 'access/refusals-are-there',
  absence: 'weakest',
  guards: (files) =>
    statementsOf(files)
      .filter(({ effect }) => effect === 'Deny')
      .map((one) => ({
        path: `${placeOf(one)}.statement`,
        id: `${one.sid} refuses`,
        subject: one.sid,
        case: one.document,
        strength: 1,
        value: 'refused',
      })),
  sentence: (one) =>
    said(one, {
      gone: () =>
        `The ${policies(one, ['no longer refuses', 'no longer refuse'])} what ${one.names} refused.`,
      come: () => `The ${policies(one, ['refuses', 'refuse'])} more: ${one.names}.`,
      changed: () => '',
    }),
});
