import { declared } from '../../guard.ts';
import { listed } from '../../words.ts';

export const changesAreReviewed = declared({
  id: 'access/changes-are-reviewed',
  absence: 'weakest',
  guards: ({ reviewers }) =>
    reviewers
      ? [
          {
            path: 'reviewers',
            subject: 'changes',
            strength: 1,
            value: listed(reviewers.environment ?? reviewers.everything),
          },
        ]
      : [],
  sentence: ({ before, after }) =>
    `Changes of the environment are reviewed by ${after ?? 'nobody in particular'} instead of ${before ?? 'nobody in particular'}.`,
});
