import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { assertTold } from './told.ts';

export const namespaceGone: Fault = {
  name: 'namespace-gone',
  what: 'a backup names a namespace that is not there',
  run: async ({ cluster }) => {
    const edit = { includedNamespaces: ['nowhere'] };
    return assertTold('the backup', await backUpSample(cluster, 'namespace-gone', edit));
  },
};
