import { notEqual } from 'node:assert/strict';

import { media } from '../services/media.ts';
import { lossOf } from './compared.ts';
import { restore } from './recovery.ts';
import type { Scenario } from './scenario.ts';
import { backUp, deploy, ready, writesOn } from './stage.ts';

/** Somebody overwrites half of the uploads by accident; they come back from copies of their files. */
export const overwritten: Scenario = {
  name: 'overwritten',
  disaster: 'volume-corruption',
  service: 'media',
  run: async ({ cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    const inNamespace = ['--namespace', media.namespace];
    await deploy(cluster, media);
    const held = await media.look(kubectl);
    const backup = await backUp(cluster, 'half-daily-offsite', 'before-overwritten', [
      media.namespace,
    ]);
    await writesOn(cluster, media);
    const disasterAt = Date.now();
    await media.overwrite(kubectl);
    notEqual(await media.damage(kubectl), undefined);
    // Files come back by way of a pod, which a workload that wants none would end.
    await kubectl(['delete', media.workload, '--cascade=foreground', ...inNamespace]);
    await kubectl(['delete', 'persistentvolumeclaims', '--selector', media.claim, ...inNamespace]);
    const services = [media.name];
    await restore(cluster, { runbook: 'restore-namespace', backup, services, disasterAt });
    await ready(cluster, media);
    const dataLoss = await lossOf(cluster, media, { held, disasterAt });
    return { recoveryTime: Date.now() - disasterAt, dataLoss };
  },
};
