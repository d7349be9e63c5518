import type { Environment } from '@resilience/config/environment';

import type { Edit } from '../edit.ts';
import { coverages } from './coverage.ts';
import { crons } from './cron.ts';
import { noncurrentVersions } from './noncurrent.ts';
import { places } from './place.ts';
import { protections } from './protection.ts';
import { removals } from './removal.ts';
import { replicas } from './replication.ts';
import { retentions } from './retention.ts';

/** Every change of one place that is thought of. */
export const editsOf = (environment: Environment): Edit[] =>
  [
    crons,
    retentions,
    removals,
    coverages,
    places,
    protections,
    noncurrentVersions,
    replicas,
  ].flatMap((edits) => edits(environment));
