import { inDays } from '@resilience/config/duration';
import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const keysWaitForDeletion = rule({
  id: 'encryption/keys-wait-for-deletion',
  severity: 'error',
  why: 'Deleting a key deletes all that it encrypts; the window is the time in which somebody can notice.',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  declaredAt: 'storage.encryption.keyDeletionWindow',
  appliesTo: kind('aws_kms_key'),
  shape: z.looseObject({ deletion_window_in_days: z.number() }),
  check: ({ deletion_window_in_days }, { policy }) => {
    const least = inDays(policy.encryption.keyDeletionWindowAtLeast);
    if (deletion_window_in_days >= least) return [];
    return [
      violation('can be gone before anybody notices', {
        at: ['deletion_window_in_days'],
        expected: `at least ${least} days`,
        received: `${deletion_window_in_days} days`,
      }),
    ];
  },
});
