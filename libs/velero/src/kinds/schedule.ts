import { z } from 'zod';

import { backupSpec } from './backup.ts';
import { metadata } from './scalars.ts';

export const schedule = z.strictObject({
  apiVersion: z.literal('velero.io/v1'),
  kind: z.literal('Schedule'),
  metadata,
  spec: z.strictObject({
    schedule: z.string(),
    paused: z.boolean(),
    /** True makes a new schedule wait a whole period for its first backup. */
    skipImmediately: z.boolean(),
    /** True would make Kubernetes delete every backup together with its schedule. */
    useOwnerReferencesInBackup: z.boolean(),
    template: backupSpec,
  }),
});

export type ScheduleManifest = z.input<typeof schedule>;
