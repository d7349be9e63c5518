import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where programs are kept that take long to build, outside every checkout. */
export const cacheFolder = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'resilience-e2e',
);
