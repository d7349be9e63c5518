import { rendered, said } from '../../guard.ts';
import { placeOf, statementsOf } from '../../policy-statements.ts';

export const principalsAreFew = rendered({
  id: 'access/principals-are-few',
  absence: 'strongest',
  guards: (files) =>
    statementsOf(files)
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((one) =>
        one.principals.map((principal) => ({
          path: `${placeOf(one)}.statement`,
          id: `${one.sid} ${principal}`,
          subject: principal,
          case: `${one.document} (${one.sid})`,
          strength: 0,
          value: 'allowed',
        })),
      ),
  sentence: (one) =>
    said(one, {
      gone: () => `The policy ${one.cases} is no longer for ${one.names}.`,
      come: () => `The policy ${one.cases} is for ${one.names}, too.`,
      changed: () => '',
    }),
});
