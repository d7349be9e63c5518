import type { Schedule, Service, Volume } from '@resilience/config/declaration';
import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import {
  type BucketNames,
  backupBucket,
  hasDrRegion,
  replicaBucket,
  repositorySecret,
} from '@resilience/config/names';
import type { Scenario } from '@resilience/config/scenario';
import { contentOf } from '@resilience/config/content';
import { copyMethod } from '@resilience/config/volumes';

import { disasters } from './disaster.ts';

/** Where a backup is read from, and what is needed to read it. */
export interface Location {
  readonly bucket: string;
  readonly region: string;
  readonly keyAlias: string;
  /** In AWS Secrets Manager of that region. */
  readonly repositorySecret: string;
  /** How late what is written arrives there. */
  readonly lag: Duration;
}

/** Why no backup can be read after a disaster, whichever schedule made it. */
export interface Unreachable {
  readonly why: string;
  /** The place in the declaration that decides it. */
  readonly path: string;
}

/** Where backups are read from after a disaster, or why nowhere. */
export function locationOf(environment: Environment, scenario: Scenario): Location | Unreachable {
  if (disasters[scenario].keepsBucket) {
    return at(environment, backupBucket(environment), { seconds: 0 });
  }
  const { storage } = environment;
  if (!hasDrRegion(environment)) {
    return { why: 'its bucket is not replicated: no DR region is declared', path: 'aws.drRegion' };
  }
  if (storage.kind !== 'bucket' || storage.replication.to !== 'dr-region') {
    return { why: 'its bucket is not replicated', path: 'storage.replication.to' };
  }
  if (storage.replication.readBy.length === 0) {
    return { why: 'no environment may read its replica', path: 'storage.replication.readBy' };
  }
  return at(environment, replicaBucket(environment), storage.replication.maximumLag);
}

const at = (
  environment: Environment,
  { bucket, region, keyAlias }: BucketNames,
  lag: Duration,
): Location => ({
  bucket,
  region,
  keyAlias,
  repositorySecret: repositorySecret(environment, region).name,
  lag,
});

/** The volumes of a service that have to come back, by name. */
export const restoredVolumes = ({ volumes }: Service): [string, Volume][] =>
  Object.entries(volumes).filter(([, { backup }]) => backup.method !== 'skip');

/** The volumes that are not backed up, and whose data nothing else makes again. */
export const forgoneVolumes = (service: Service): string[] =>
  Object.entries(service.volumes)
    .filter(([, volume]) => volume.backup.method === 'skip' && !isMadeAgain(volume, service))
    .map(([name]) => name);

function isMadeAgain({ content }: Volume, service: Service): boolean {
  const { madeAgainFrom } = contentOf(content);
  return (
    madeAgainFrom === 'itself' ||
    restoredVolumes(service).some(([, restored]) => restored.content === madeAgainFrom)
  );
}

/** The volumes of which a schedule's copy does not outlive the disaster. */
export const volumesLeftBehind = (
  schedule: Schedule,
  service: Service,
  scenario: Scenario,
): string[] =>
  disasters[scenario].keepsSnapshots
    ? []
    : restoredVolumes(service)
        .filter(([, volume]) => copyMethod(schedule, volume) === 'snapshot')
        .map(([name]) => name);
