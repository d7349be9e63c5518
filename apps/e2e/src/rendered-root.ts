import { env } from 'node:process';

import { repositoryRoot } from './rendered-stacks.ts';

/** The folder whose environments are looked at: this checkout, or what RESILIENCE_REPOSITORY names, as in tests. */
export const renderedRoot = env['RESILIENCE_REPOSITORY'] || repositoryRoot;
