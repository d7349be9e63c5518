import { formatDuration, inDays } from '../units/duration.ts';
import type { Check } from './check.ts';

/**
 * S3 takes no object into STANDARD_IA before 30 days, and Glacier Instant Retrieval bills for
 * 90 days, so that an object which expires earlier costs more than if it had stayed.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export const lifecycleInOrder: Check = ({ storage }) => {
  if (storage.kind !== 'bucket') return [];
  const { infrequentAccessAfter, glacierInstantRetrievalAfter, expireAfter } = storage.lifecycle;
  const steps = [
    ['infrequentAccessAfter', infrequentAccessAfter, 30],
    [
      'glacierInstantRetrievalAfter',
      glacierInstantRetrievalAfter,
      inDays(infrequentAccessAfter) + 30,
    ],
    ['expireAfter', expireAfter, inDays(glacierInstantRetrievalAfter) + 90],
  ] as const;
  return steps
    .filter(([, age, earliest]) => inDays(age) < earliest)
    .map(([key, age, earliest]) => ({
      path: `storage.lifecycle.${key}`,
      code: 'config/lifecycle-in-order',
      message: "is sooner than S3's minimum time in the storage class before it",
      expected: `days(${earliest}) or later`,
      received: formatDuration(age),
      fix: `write days(${earliest}), or move the earlier steps forward`,
    }));
};
