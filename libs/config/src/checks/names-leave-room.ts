import { longestApplication, longestDrill, longestSchedule } from '../derived-lengths.ts';
import type { Check } from './check.ts';

/** Kubernetes, Argo and Velero derive longer names from these, and put them into labels. */
export const namesLeaveRoom: Check = ({ drills, schedules, changes }) => [
  ...tooLong('drills', drills, longestDrill),
  ...tooLong('schedules', schedules, longestSchedule),
  ...tooLong('changes.applications', changes.applications, longestApplication),
];

const tooLong = (path: string, named: object, longest: number) =>
  Object.keys(named)
    .filter((name) => name.length > longest)
    .map((name) => ({
      path: `${path}.${name}`,
      code: 'config/names-leave-room',
      message: 'has a name so long that what is named after it cannot be labelled',
      expected: `at most ${longest} characters`,
      received: `${name.length} characters`,
      fix: `shorten it, such as to ${name.slice(0, longest).replace(/-+$/, '')}`,
    }));
