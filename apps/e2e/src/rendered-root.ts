import { env } from 'node:process';

import { programRoot } from '@resilience/fixtures/program-root';

/** The folder whose environments are judged: what RESILIENCE_REPOSITORY names, or this checkout. */
export const renderedRoot = env['RESILIENCE_REPOSITORY'] || programRoot;
