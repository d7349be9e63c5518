import { z } from 'zod';

import { declaration } from './declaration.ts';
import { notBackedUp } from './not-backed-up.ts';
import { dnsLabel } from './scalars.ts';
import { objectives } from './scenario.ts';
import { service, volume } from './service.ts';
import { software } from './software.ts';

const volumes = z.record(dnsLabel, volume.partial());

const backedUp = service
  .extend({
    volumes,
    objectives: objectives.partial(),
    software: z.array(software.element.extend({ volumes })),
  })
  .partial();

/**
 * The keys that a declaration may have before tiers, software and names complete its services: a key that is
 * misspelled is found here, where what it was meant for is not yet filled in.
 */
export const written = declaration.extend({
  services: z.record(dnsLabel, z.union([backedUp, notBackedUp.partial()])),
});
