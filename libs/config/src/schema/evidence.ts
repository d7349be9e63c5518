import { object, oneOf, wholeDays } from './scalars.ts';

/** How long the reports of drills can be neither changed nor deleted. */
export const evidence = object('the evidence of drills: objectLock and retention', {
  /** In governance mode a privileged administrator can still delete, in compliance mode nobody can. */
  objectLock: oneOf('governance', 'compliance'),
  /** How long each report is locked from the day on which it is written. */
  retention: wholeDays,
});
