import { checksOf } from '../../check-name.ts';
import { declared } from '../../guard.ts';

export const checksDemandEnough = declared({
  id: 'services/checks-demand-enough',
  absence: 'unsaid',
  guards: ({ services }) =>
    checksOf(services).flatMap(({ check, guard }) =>
      'atLeast' in check
        ? [{ ...guard, strength: check.atLeast, value: String(check.atLeast) }]
        : [],
    ),
  sentence: ({ names, before, after }) =>
    `The check ${names} demands at least ${after} instead of ${before}.`,
});
