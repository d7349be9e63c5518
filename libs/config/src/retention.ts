import type { Declaration } from './schema/declaration.ts';
import type { Duration } from './units/duration.ts';

type Scheduled = Pick<Declaration, 'schedules' | 'changes'>;

/** The least that any backup is kept; undefined where there are no schedules. */
export const shortestRetention = (environment: Scheduled): Duration | undefined =>
  retentions(environment).toSorted(byLength).at(0);

/** The most that any schedule keeps its backups; undefined without schedules. */
export const longestRetention = (environment: Scheduled): Duration | undefined =>
  scheduled(environment).toSorted(byLength).at(-1);

/** A backup before a change is kept by a rule of its own, and only where there are backups. */
const retentions = (environment: Scheduled): Duration[] => {
  const all = scheduled(environment);
  return all.length > 0 ? [...all, environment.changes.retention] : [];
};

const scheduled = ({ schedules }: Scheduled): Duration[] =>
  Object.values(schedules).map(({ retention }) => retention);

const byLength = (a: Duration, b: Duration): number => a.seconds - b.seconds;
