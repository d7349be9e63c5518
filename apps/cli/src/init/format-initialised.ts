import { formatProblem, type Problem } from '@resilience/config/problem';

import type { Answers } from './answers.ts';
import { formatKept, nextStepsOfKept } from './from-audit/format-kept.ts';
import type { Marks } from './from-audit/marks.ts';
import { unpriced } from './unpriced.ts';

export interface Initialised {
  readonly answers: Answers;
  readonly environments: readonly string[];
  /** The files of the declarations, from the repository's root. */
  readonly written: readonly string[];
  /** How many files of the sample were taken away. */
  readonly removed: number;
  readonly problems: readonly Problem[];
  /** Whether anything was written. */
  readonly isWritten: boolean;
  /** What was kept of an audit: what differs, and what is marked as found. */
  readonly kept?: Marks & { readonly notes: readonly string[] };
}

/** What was written, what it does not hold, and what comes next. */
export function formatInitialised(result: Initialised): string {
  const { problems, isWritten, written, removed, answers, kept } = result;
  if (problems.length > 0) {
    return [...problems.map(formatProblem), 'Nothing was written.'].join('\n\n');
  }
  return [
    [
      ...written.map((file) => `${isWritten ? 'wrote' : 'would write'}  ${file}`),
      ...(removed > 0
        ? [`${isWritten ? 'removed' : 'would remove'}  ${removed} files of the sample`]
        : []),
    ].join('\n'),
    ...notesOf(answers),
    ...(kept ? formatKept(kept) : []),
    ...(isWritten ? [kept ? nextStepsOfKept : nextSteps] : ['Nothing was written.']),
  ].join('\n\n');
}

const nextSteps = `Next:
  npm run render                              render what is declared
  npm run resilience -- check                 judge what was rendered
  npm run resilience -- add service --help    declare what else runs in the cluster`;

function notesOf(answers: Answers): string[] {
  const regions = unpriced(answers);
  return [
    ...(regions.length > 0
      ? [
          `No prices of ${regions.join(' and ')} are known: the cost of the backups is not estimated, and the rule\ncost/budget-is-watched is waived for 90 days. Declare the prices in "prices", and remove the waiver.`,
        ]
      : []),
    ...(answers.drRegion === 'none'
      ? [
          'There is no second region: the loss of the region or of its keys is not survived, and says so.',
        ]
      : []),
    ...(answers.drRegion !== 'none' && answers.drCluster === 'none'
      ? [
          'No cluster waits in the DR region: "resilience add environment" declares one that mounts the replica.',
        ]
      : []),
  ];
}
