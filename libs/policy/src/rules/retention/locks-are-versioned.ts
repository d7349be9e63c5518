import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { attached } from '../../detect/buckets.ts';
import { referred } from '../../detect/references.ts';
import { rule, violation } from '../../rule.ts';

export const locksAreVersioned = rule({
  id: 'retention/locks-are-versioned',
  severity: 'error',
  why: 'Kopia deletes in its maintenance what Object Lock holds, which only goes well where versions stay.',
  source: 'https://github.com/vmware-tanzu/velero/issues/7510',
  declaredAt: 'storage.objectLock',
  appliesTo: kind('aws_s3_bucket_object_lock_configuration'),
  shape: z.looseObject({ bucket: z.string() }),
  check: ({ bucket }, { object, rendered }) => {
    const target = referred(rendered, object, bucket);
    if (target && attached(rendered, target, 'aws_s3_bucket_versioning')) return [];
    return [
      violation('locks a bucket without versions', {
        at: ['bucket'],
        expected: 'aws_s3_bucket_versioning of the same bucket',
        received: bucket,
      }),
    ];
  },
});
