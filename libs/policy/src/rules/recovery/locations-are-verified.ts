import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const locationsAreVerified = rule({
  id: 'recovery/locations-are-verified',
  severity: 'error',
  why: 'Without a check of certificates anybody on the way can read and change backups.',
  source: 'https://velero.io/docs/v1.18/self-signed-certificates/',
  declaredAt: 'apps/cluster/src/charts/velero-locations.ts',
  appliesTo: kind('velero.io/BackupStorageLocation'),
  shape: z.looseObject({
    spec: z.looseObject({ config: z.record(z.string(), z.string()) }),
  }),
  check: ({ spec: { config } }) =>
    config['insecureSkipTLSVerify'] === 'true'
      ? [
          violation('does not verify whom it talks to', {
            at: ['spec', 'config', 'insecureSkipTLSVerify'],
            expected: false.toString(),
            received: true,
          }),
        ]
      : [],
});
