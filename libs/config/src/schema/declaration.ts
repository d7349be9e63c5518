import { z } from 'zod';

import type { NotBackedUp } from '../resolve/resolve.ts';
import type { Sources } from '../resolve/source.ts';
import { aws, cluster } from './aws.ts';
import { changes } from './changes.ts';
import { ci } from './ci.ts';
import { drill } from './drill.ts';
import { evidence } from './evidence.ts';
import { leftOut } from './left-out.ts';
import { notifications } from './notifications.ts';
import { gitops, monitoring, velero, waiver } from './operations.ts';
import { pricesByRegion } from './prices.ts';
import { recovery } from './recovery.ts';
import { restores } from './restores.ts';
import { reviewers } from './reviewers.ts';
import { dnsLabel, object, shortName } from './scalars.ts';
import { schedule } from './schedule.ts';
import { service } from './service.ts';
import type { ServiceInput } from './service-input.ts';
import { storage } from './storage.ts';
import { tiers } from './tier.ts';
import { workflows } from './workflows.ts';

/** All that is declared of one environment, each service with what its tier says of it. */
export const declaration = object('the declaration of an environment', {
  /** The folder's name, and part of every derived name. */
  name: shortName,
  /** First part of every derived name: bucket names are global. */
  organisation: shortName,
  aws,
  cluster,
  velero,
  storage,
  evidence,
  schedules: z.record(dnsLabel, schedule, { error: 'schedules by name' }),
  services: z.record(dnsLabel, service, { error: 'services by name' }),
  /** What the services of each tier share: declared once, for all environments of the organisation. */
  tiers: tiers.exactOptional(),
  /** What no backup holds, wherever it is. */
  leftOut: z
    .array(leftOut, {
      error:
        "a list of what backups leave out such as [{ namespaces: 'preview-*', reason: 'Previews are made again.' }]",
    })
    .exactOptional(),
  changes,
  restores,
  recovery,
  workflows,
  drills: z.record(dnsLabel, drill, { error: 'drills by name, possibly none' }),
  gitops,
  monitoring,
  notifications,
  /** Of regions that the price list lacks, or has otherwise: what is declared counts. */
  prices: pricesByRegion.exactOptional(),
  reviewers: reviewers.exactOptional(),
  /** Left out where persons alone plan and apply the stacks. */
  ci: ci.exactOptional(),
  waivers: z.array(waiver, { error: 'a list of waivers, possibly empty' }),
});

/** Each service says everything itself, as the schema wants it. */
export type CompleteInput = z.input<typeof declaration>;

/** As written in `environments/<env>/config.ts`: what tiers, software and names say of a service is left out. */
export type DeclarationInput = Omit<CompleteInput, 'services' | 'schedules'> & {
  /** Those of tiers stand in `tiers`. */
  schedules?: CompleteInput['schedules'];
  services: Record<string, ServiceInput>;
};

/** As understood: every service is complete, cron expressions are parsed. */
export interface Declaration extends z.output<typeof declaration> {
  /** The services that no backup holds, by name. */
  readonly notBackedUp: Readonly<Record<string, NotBackedUp>>;
  readonly sources: Sources;
}

export type Service = Declaration['services'][string];
export type Schedule = Declaration['schedules'][string];
export type Volume = Service['volumes'][string];
export type Drill = Declaration['drills'][string];
