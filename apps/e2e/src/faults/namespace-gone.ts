import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { backupTold } from './told.ts';

export const namespaceGone: Fault = {
  name: 'namespace-gone',
  what: 'a backup names a namespace that is not there',
  run: async (stage) => {
    const { cluster } = stage;
    const edit = { includedNamespaces: ['nowhere'] };
    return backupTold(stage, await backUpSample(cluster, 'namespace-gone', edit));
  },
};
