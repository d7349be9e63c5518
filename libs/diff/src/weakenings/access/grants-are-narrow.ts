import { policies, rendered } from '../../guard.ts';
import { nameOf, placeOf, statementsOf } from '../../policy-statements.ts';

export const grantsAreNarrow = rendered({
  id: 'access/grants-are-narrow',
  absence: 'unsaid',
  guards: (files) =>
    statementsOf(files)
      .filter(({ effect }) => effect === 'Allow')
      .map((one) => ({
        path: `${placeOf(one)}.statement`,
        id: `${one.sid} resources`,
        subject: 'resources',
        case: nameOf(one),
        strength: one.resources.includes('*') ? 0 : 1,
        value: one.resources.includes('*') ? 'every resource' : 'some resources',
      })),
  sentence: (one) =>
    `The ${policies(one, ['is', 'are'])} about ${one.after} instead of ${one.before}.`,
});
