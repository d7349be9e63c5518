import { rendered, said } from '../../guard.ts';
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
      gone: () => `The policy ${one.cases} no longer refuses what ${one.names} refused.`,
      come: () => `The policy ${one.cases} refuses more: ${one.names}.`,
      changed: () => '',
    }),
});
