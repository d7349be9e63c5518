import { join } from 'node:path';

/** The repository that this program is part of, wherever it is called from. */
export const repositoryRoot = join(import.meta.dirname, '../../..');
