import { notEqual } from 'node:assert/strict';

import { media } from '../services/media.ts';
import { lossOf } from './compared.ts';
import type { Scenario } from './scenario.ts';
import { backUp, deploy, writesOn } from './stage.ts';
import { restoreVolume } from './volume.ts';

/** Somebody overwrites half of the uploads by accident; they come back from copies of their files. */
export const overwritten: Scenario = {
  name: 'overwritten',
  disaster: 'volume-corruption',
  service: 'media',
  run: async ({ cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    await deploy(cluster, media);
    const held = await media.look(kubectl);
    const backup = await backUp(cluster, 'half-daily-offsite', 'before-overwritten');
    await writesOn(cluster, media);
    const disasterAt = Date.now();
    await media.overwrite(kubectl);
    notEqual(await media.damage(kubectl), undefined);
    await restoreVolume(cluster, {
      service: media,
      backup,
      kinds: ['pods', 'persistentvolumeclaims', 'persistentvolumes'],
    });
    const dataLoss = await lossOf(cluster, media, { held, disasterAt });
    return { recoveryTime: Date.now() - disasterAt, dataLoss };
  },
};
