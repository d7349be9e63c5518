import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const volumesByDefault = rule({
  id: 'encryption/volumes-by-default',
  severity: 'error',
  why: 'A volume that is restored without encryption is a copy of the data that nobody protects.',
  source: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
  declaredAt: 'storage.encryption.newVolumes',
  appliesTo: kind('aws_ebs_encryption_by_default'),
  shape: z.looseObject({ enabled: z.boolean() }),
  check: ({ enabled }, { object, rendered }) => {
    const keyed = rendered.of('aws_ebs_default_kms_key').some(({ file }) => file === object.file);
    if (enabled && keyed) return [];
    return [
      violation('leaves new volumes without a key of their own', {
        at: ['enabled'],
        expected: 'enabled, with an aws_ebs_default_kms_key',
        received: { enabled, keyed },
      }),
    ];
  },
});
