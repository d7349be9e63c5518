import type { Fault } from './fault.ts';
import { freeQueue } from './queue.ts';
import { backUpSample } from './sample.ts';
import { backupTold } from './told.ts';

export const locationWrong: Fault = {
  name: 'location-wrong',
  what: 'a backup asks for a location that is not there',
  run: async (stage) => {
    const { cluster } = stage;
    const edit = { storageLocation: 'elsewhere' };
    const told = await backupTold(stage, await backUpSample(cluster, 'location-wrong', edit));
    return `${told}; ${await freeQueue(cluster)}`;
  },
};
