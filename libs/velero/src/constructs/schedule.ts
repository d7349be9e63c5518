import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ScheduleManifest } from '../kinds/schedule.ts';
import type { Properties } from './properties.ts';

/** Makes a backup whenever its cron expression fires. */
export class Schedule extends ApiObject {
  constructor(scope: Construct, id: string, properties: Properties<ScheduleManifest>) {
    super(scope, id, { apiVersion: 'velero.io/v1', kind: 'Schedule', ...properties });
  }
}
