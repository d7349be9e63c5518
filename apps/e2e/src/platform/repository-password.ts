import { randomBytes } from 'node:crypto';

/** What repositories are encrypted with: the same in every cluster that has to read what another has written. */
export const repositoryPassword = randomBytes(24).toString('base64url');
