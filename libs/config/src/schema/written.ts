import { z } from 'zod';

import { declaration } from './declaration.ts';
import { notBackedUp } from './not-backed-up.ts';
import { dnsLabel, object } from './scalars.ts';
import { objectives } from './scenario.ts';
import { service, volume } from './service.ts';
import { software } from './software.ts';

/** A service that names the presets of what runs in it. */
export const serviceWithPresets = object('a service', {
  ...service.shape,
  /** Presets of what runs in the service: they bring workloads, volumes, hooks and checks. */
  software: software.exactOptional(),
});

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
