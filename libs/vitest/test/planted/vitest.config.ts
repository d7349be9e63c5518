import { defineConfig } from 'vitest/config';

import { openedFilesAreInputs } from '../../src/opened-files-are-inputs.ts';
import { settings } from '../../src/settings.ts';
import { skipsAreNamed } from '../../src/skips-are-named.ts';

/** Of tests that are wrong in one way each, and are run by a test. */
export default defineConfig({
  plugins: [openedFilesAreInputs({ project: '@resilience/config' }), skipsAreNamed()],
  test: { ...settings, include: ['*.planted.ts'] },
});
