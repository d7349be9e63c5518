import { rendered } from '../../guard.ts';
import { placeOf, statementsOf } from '../../policy-statements.ts';

/** Documents come and go with what they are of: their statements are then not said one by one. */
export const policyDocuments = rendered({
  id: 'access/policy-documents',
  absence: 'unsaid',
  guards: (files) =>
    statementsOf(files).map((one) => ({
      path: placeOf(one),
      subject: one.document,
      strength: 0,
      value: 'is there',
    })),
  sentence: () => '',
});
