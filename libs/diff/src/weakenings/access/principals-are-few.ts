import { policies, rendered, said } from '../../guard.ts';
import { nameOf, placeOf, statementsOf } from '../../policy-statements.ts';

export const principalsAreFew = rendered({
  id: 'access/principals-are-few',
  absence: 'strongest',
  guards: (files) =>
    statementsOf(files)
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((one) =>
        one.principals.map((principal) => ({
          path: `${placeOf(one)}.statement`,
          id: `${one.sid} ${isOidc(principal) ? 'OIDC' : principal}`,
          subject: principal,
          case: nameOf(one),
          strength: 0,
          value: principal,
        })),
      ),
  sentence: (one) =>
    said(one, {
      gone: () => `The ${policies(one, ['is', 'are'])} no longer for ${one.names}.`,
      come: () => `The ${policies(one, ['is', 'are'])} for ${one.names}, too.`,
      changed: (after, before) =>
        `The ${policies(one, ['is', 'are'])} for ${after} instead of ${before}.`,
    }),
});

/** A cluster has one issuer: that it is another one is a change, and no further principal. */
const isOidc = (principal: string): boolean => principal.includes(':oidc-provider/');
