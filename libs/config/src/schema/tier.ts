import { z } from 'zod';

import { dnsLabel, object } from './scalars.ts';
import { spans } from './recovery.ts';
import { objectives } from './scenario.ts';
import { schedule } from './schedule.ts';
import { tiers as names } from './tiers.ts';
import { objectCount } from './verification.ts';

/** A tier covers its services. */
const ofTier = object('a schedule of a tier', schedule.omit({ covers: true }).shape);

const tier = object(
  'what services of a tier share: objectives, schedules, verification and detection',
  {
    /** Of each service of the tier that declares none of its own for the disaster. */
    objectives,
    /** Each covers the services of the tier; without any in the environment, there is no such schedule. */
    schedules: z.record(dnsLabel, ofTier, { error: 'schedules by name' }).exactOptional(),
    /** What needs to know nothing of a service: how many objects of a resource its namespace has. */
    verification: z
      .array(objectCount, { error: 'a list of checks of the number of objects' })
      .exactOptional(),
    /** From the disaster to the one who is paged, where it differs from `recovery.detection`. */
    detection: spans('times of detection by scenario').exactOptional(),
  },
);

/** What the organisation declares once for the services of each tier. */
export const tiers = object(`tiers: ${names.join(', ')}`, {
  critical: tier.exactOptional(),
  important: tier.exactOptional(),
  standard: tier.exactOptional(),
} satisfies Record<(typeof names)[number], z.ZodType>);
