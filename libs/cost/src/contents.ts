import type { Schedule, Volume } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import { copyMethod } from '@resilience/config/volumes';

import { backupsOf, schedulesOf } from './backups.ts';
import { type Copies, copiesOf } from './copies.ts';

/** Where copies of volumes are: EBS snapshots of the region, or kopia's repositories in the bucket. */
export interface Contents {
  readonly snapshots: readonly Copies[];
  readonly repositories: readonly Copies[];
}

/** The copies of all volumes of an environment, computed when they are asked for. */
export function contentsOf(environment: Environment): Contents {
  const volumes = Object.entries(environment.services).flatMap(([service, { volumes: declared }]) =>
    Object.values(declared).map((volume) => ({ service, volume })),
  );
  const copies = (inRegion: boolean): Copies[] =>
    volumes
      .map(({ service, volume }) => ({
        volume,
        schedules: schedulesOf(environment, service).filter((schedule) =>
          isCopied(copyMethod(schedule, volume), inRegion),
        ),
      }))
      .filter(({ schedules }) => schedules.length > 0)
      .map(({ volume, schedules }) => copiesBy(schedules, volume));
  return {
    get snapshots() {
      return copies(true);
    },
    get repositories() {
      return copies(false);
    },
  };
}

/** The same copies are asked for again when a change of another place is tried. */
const cache = new WeakMap<Volume, Map<string, Copies>>();

function copiesBy(schedules: readonly Schedule[], volume: Volume): Copies {
  const known = cache.get(volume) ?? new Map<string, Copies>();
  cache.set(volume, known);
  const key = schedules
    .map(({ cron, retention }) => `${cron.expression} for ${retention.seconds}`)
    .join();
  const copies = known.get(key) ?? copiesOf(volume, schedules.flatMap(backupsOf));
  known.set(key, copies);
  return copies;
}

const isCopied = (method: ReturnType<typeof copyMethod>, inRegion: boolean): boolean =>
  inRegion ? method === 'snapshot' : method === 'moved-snapshot' || method === 'file-system';
