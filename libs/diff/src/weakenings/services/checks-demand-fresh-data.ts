import { checksOf } from '../../check-name.ts';
import { declared } from '../../guard.ts';
import { shorter } from '../../length.ts';

export const checksDemandFreshData = declared({
  id: 'services/checks-demand-fresh-data',
  absence: 'unsaid',
  guards: ({ services }) =>
    checksOf(services).flatMap(({ check, guard }) =>
      'within' in check ? [{ ...guard, ...shorter(check.within) }] : [],
    ),
  sentence: ({ names, before, after }) =>
    `The check ${names} accepts data that is ${after} instead of ${before} older than its backup.`,
});
