import { defineConfig } from 'vitest/config';

import { openedFilesAreInputs } from './opened-files-are-inputs.ts';
import { settings } from './settings.ts';
import { skipsAreNamed } from './skips-are-named.ts';

export default defineConfig({
  plugins: [openedFilesAreInputs(), skipsAreNamed()],
  test: settings,
});
