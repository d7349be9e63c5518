import { rendered, said } from '../../guard.ts';
import { placeOf, statementsOf } from '../../policy-statements.ts';

export const grantsAreFew = rendered({
  id: 'access/grants-are-few',
  absence: 'strongest',
  guards: (files) =>
    statementsOf(files)
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((one) =>
        one.actions.map((action) => ({
          path: `${placeOf(one)}.statement`,
          id: `${one.sid} ${action}`,
          subject: action,
          case: `${one.document} (${one.sid})`,
          strength: 0,
          value: 'allowed',
        })),
      ),
  sentence: (one) =>
    said(one, {
      gone: () => `The policy ${one.cases} no longer allows ${one.names}.`,
      come: () => `The policy ${one.cases} allows ${one.names}.`,
      changed: () => '',
    }),
});
