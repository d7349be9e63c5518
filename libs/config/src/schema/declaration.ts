import { z } from 'zod';

import { aws, cluster } from './aws.ts';
import { changes } from './changes.ts';
import { drill } from './drill.ts';
import { evidence } from './evidence.ts';
import { notifications } from './notifications.ts';
import { gitops, monitoring, velero, waiver } from './operations.ts';
import { pricesByRegion } from './prices.ts';
import { recovery } from './recovery.ts';
import { restores } from './restores.ts';
import { dnsLabel, object, shortName } from './scalars.ts';
import { schedule } from './schedule.ts';
import { service } from './service.ts';
import { storage } from './storage.ts';
import { workflows } from './workflows.ts';

/** All that is declared of one environment. Nothing that decides what can be recovered has a default. */
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
  waivers: z.array(waiver, { error: 'a list of waivers, possibly empty' }),
});

/** As written in `environments/<env>/config.ts`. */
export type DeclarationInput = z.input<typeof declaration>;

/** As understood: cron expressions are parsed. */
export type Declaration = z.output<typeof declaration>;

export type Service = Declaration['services'][string];
export type Schedule = Declaration['schedules'][string];
export type Volume = Service['volumes'][string];
export type Drill = Declaration['drills'][string];
