import { join } from 'node:path';

import { settings } from './libs/vitest/src/settings.ts';

/** For the mutation tests of libs: those that judge each rule by itself, not all rules at once. */
export default {
  test: {
    ...settings,
    globalSetup: [join(import.meta.dirname, 'libs/fixtures/src/rendered-once.ts')],
    exclude: ['**/rules.test.ts', '**/node_modules/**'],
  },
};
