import type { Declaration } from './schema/declaration.ts';
import type { Duration } from './units/duration.ts';

type Scheduled = Pick<Declaration, 'schedules'>;

/** The least that any schedule keeps its backups; undefined without schedules. */
export const shortestRetention = (environment: Scheduled): Duration | undefined =>
  retentions(environment).at(0);

/** The most that any schedule keeps its backups; undefined without schedules. */
export const longestRetention = (environment: Scheduled): Duration | undefined =>
  retentions(environment).at(-1);

const retentions = ({ schedules }: Scheduled): Duration[] =>
  Object.values(schedules)
    .map(({ retention }) => retention)
    .toSorted((a, b) => a.seconds - b.seconds);
