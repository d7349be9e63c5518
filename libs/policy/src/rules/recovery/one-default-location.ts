import { z } from 'zod';

import { environment } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const oneDefaultLocation = rule({
  id: 'recovery/one-default-location',
  severity: 'error',
  why: 'A backup that names no location goes to the default one; without it, nowhere.',
  source: 'https://velero.io/docs/v1.18/locations/',
  declaredAt: 'storage',
  appliesTo: environment,
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const locations = rendered.of('velero.io/BackupStorageLocation');
    const defaults = locations.filter(({ value }) => preferred.safeParse(value).success);
    if (defaults.length === 1) return [];
    return [
      violation('has not one default location', {
        expected: 'one BackupStorageLocation with default: true',
        received: locations.map(({ name }) => name),
      }),
    ];
  },
});

const preferred = z.looseObject({ spec: z.looseObject({ default: z.literal(true) }) });
