import { z } from 'zod';

import { object } from './scalars.ts';

/** The lists and volumes that a service takes from a program in it; what is in them is judged in the service. */
export const software = z.array(
  object('what a preset returns, such as postgresql({ … })', {
    workloads: z.unknown().optional(),
    volumes: z.unknown().optional(),
    hooks: z.unknown().optional(),
    verification: z.unknown().optional(),
  }),
  { error: 'a list of what presets return, such as [postgresql({ … })]' },
);
