import { join, resolve } from 'node:path';
import { env } from 'node:process';

/** The checkout that this program is part of. */
const programRoot = join(import.meta.dirname, '../../..');

/**
 * The repository whose environments the command is about: the one that this program is part of, wherever it is
 * called from, or the folder that the variable RESILIENCE_REPOSITORY names.
 */
export const repositoryRoot = env['RESILIENCE_REPOSITORY']
  ? resolve(env['RESILIENCE_REPOSITORY'])
  : programRoot;
