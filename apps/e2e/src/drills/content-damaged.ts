import { deepEqual } from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

import { backupBucket } from '@resilience/config/names';

import { alter, flipped, put } from '../faults/bucket.ts';
import { reportOf } from '../platform/argo/evidence.ts';
import { approve, submit } from '../platform/argo/workflow.ts';
import { disasterTime } from '../scenarios/disaster-time.ts';
import { backUp, deploy } from '../scenarios/stage.ts';
import { media } from '../services/media.ts';
import type { DrillCase } from './drill-case.ts';
import { failed } from './runs.ts';

export const contentDamaged: DrillCase = {
  name: 'content-damaged',
  what: 'bits in the middle of the content of a backup are turned over, and it is restored by a runbook',
  run: async ({ cluster, argo }) => {
    const { aws, environment } = cluster;
    await deploy(cluster, media);
    const name = await backUp(cluster, 'half-daily-offsite', 'damaged', [media.namespace]);
    const place = { aws, bucket: backupBucket(environment).bucket };
    const key = `backups/${name}/${name}.tar.gz`;
    const whole = await alter(place, key, flipped);
    // The backup was complete in an earlier second, as Velero dates it.
    await setTimeout(1_100);
    try {
      const run = await submit(argo, {
        kind: 'WorkflowTemplate',
        name: 'restore-namespace',
        parameters: {
          services: '["media"]',
          backup: name,
          'disaster-at': disasterTime(Date.now()),
          'approved-by': 'ada',
        },
      });
      await approve(argo, run, 'second-approval', { 'approved-by': 'grace' });
      const { outcome, failedStep } = await reportOf(cluster, await failed(argo, run));
      deepEqual([outcome, failedStep], ['failed', 'choose-backup']);
      return 'the run is Failed at choose-backup, before anything is restored';
    } finally {
      await put(place, key, whole);
    }
  },
};
