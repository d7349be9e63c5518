import { forget, restoreSample } from './sample.ts';
import type { Fault } from './fault.ts';
import { assertTold } from './told.ts';

export const s3CutsDownloads: Fault = {
  name: 's3-cuts-downloads',
  what: 'the connection is cut in the middle of the content of a backup, while it is restored',
  run: async ({ cluster, machine: { proxy }, safe }) => {
    await forget(cluster);
    const content = `/${safe}.tar.gz`;
    proxy.break({ kind: 'cut', after: 1_000 }, ({ path }) => path.includes(content));
    const phase = await restoreSample(cluster, 's3-cuts-downloads', safe);
    proxy.heal();
    return assertTold('the restore', phase);
  },
};
