import { declared } from '../../guard.ts';
import { declaredObjectives } from './declared-objectives.ts';

export const dataLossIsBounded = declared({
  id: 'services/data-loss-is-bounded',
  absence: 'unsaid',
  guards: declaredObjectives('rpo'),
  sentence: ({ names, cases, before, after }) =>
    `${names} may lose ${after} instead of ${before} of data in ${cases}.`,
});
