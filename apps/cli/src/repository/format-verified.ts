import { formatProblem } from '@resilience/config/problem';

import type { Verified } from './verified.ts';

/** For people: what opens, then each thing that is in the way. */
export const formatVerified = (verified: Verified): string =>
  [
    summary(verified),
    ...(verified.password.isPublic ? [publicNote] : []),
    ...(hasSeveralPasswords(verified) ? [severalNote] : []),
    ...verified.problems.map(formatProblem),
  ].join('\n\n');

function summary({ place, password, repositories }: Verified): string {
  if (repositories.length === 0) return `there is no repository of kopia in ${place}`;
  const open = repositories.filter(({ opens }) => opens).length;
  return `${open} of ${repositories.length} repositories in ${place} open with the password of ${password.source}`;
}

const hasSeveralPasswords = ({ repositories, problems }: Verified): boolean =>
  repositories.some(({ opens }) => opens) &&
  problems.some(({ code }) => code === 'repository/password');

const severalNote =
  'Velero has one password for all its repositories: a repository with another one has to stay with the old cluster, or gets this one by kopia repository change-password.';

const publicNote =
  "The password is Velero's default, which everybody can read in its source code: only the encryption and the policies of the bucket protect the copies.";
