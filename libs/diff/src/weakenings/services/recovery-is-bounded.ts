import { declared } from '../../guard.ts';
import { declaredObjectives } from './declared-objectives.ts';

export const recoveryIsBounded = declared({
  id: 'services/recovery-is-bounded',
  absence: 'unsaid',
  guards: declaredObjectives('rto'),
  sentence: ({ names, cases, before, after }) =>
    `${names} may take ${after} instead of ${before} to be back after ${cases}.`,
});
