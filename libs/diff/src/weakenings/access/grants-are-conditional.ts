import { policies, rendered } from '../../guard.ts';
import { nameOf, placeOf, statementsOf } from '../../policy-statements.ts';

export const grantsAreConditional = rendered({
  id: 'access/grants-are-conditional',
  absence: 'unsaid',
  guards: (files) =>
    statementsOf(files)
      .filter(({ effect }) => effect === 'Allow')
      .map((one) => ({
        path: `${placeOf(one)}.statement`,
        id: `${one.sid} conditions`,
        subject: 'conditions',
        case: nameOf(one),
        strength: one.conditions,
        value: one.conditions === 1 ? '1 condition' : `${one.conditions} conditions`,
      })),
  sentence: (one) => `The ${policies(one, ['has', 'have'])} ${one.after} instead of ${one.before}.`,
});
