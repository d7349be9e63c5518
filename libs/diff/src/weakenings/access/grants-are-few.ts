import { policies, rendered, said } from '../../guard.ts';
import { nameOf, placeOf, statementsOf } from '../../policy-statements.ts';

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
          case: nameOf(one),
          strength: 0,
          value: 'allowed',
        })),
      ),
  sentence: (one) =>
    said(one, {
      gone: () => `The ${policies(one, ['no longer allows', 'no longer allow'])} ${one.names}.`,
      come: () => `The ${policies(one, ['allows', 'allow'])} ${one.names}.`,
      changed: () => '',
    }),
});
