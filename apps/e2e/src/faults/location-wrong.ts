import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { assertTold } from './told.ts';

export const locationWrong: Fault = {
  name: 'location-wrong',
  what: 'a backup asks for a location that is not there',
  run: async ({ cluster }) => {
    const edit = { storageLocation: 'elsewhere' };
    return assertTold('the backup', await backUpSample(cluster, 'location-wrong', edit));
  },
};
