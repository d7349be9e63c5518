import type { FollowedRun } from '../argo/follow.ts';

/** The keys of what is printed of a run. */
export const followedRun: Readonly<Record<keyof FollowedRun, string>> = {
  workflow: "the run's name in Argo Workflows",
  phase:
    '`Pending`, `Running`, `Succeeded`, `Failed`, `Error`; `Deleted` where nobody has it any more',
  steps: 'each step: `name`, `phase`, `seconds` until its end or until now, `message`',
};
