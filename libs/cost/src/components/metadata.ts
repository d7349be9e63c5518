import type { Schedule } from '@resilience/config/declaration';
import { inDays } from '@resilience/config/duration';
import { type BucketEnvironment, isReplicated, ownsBucket } from '@resilience/config/environment';
import { coveredServices } from '@resilience/config/volumes';

import { costByAge } from '../aged-object.ts';
import { backupsOf, madeOn } from '../backups.ts';
import { type Daily, everyDay, none, sum } from '../calendar.ts';
import type { Component, Priced } from '../component.ts';
import type { StorageClass } from '../price-list.ts';

/** A manifest in a gzipped tar file, roughly; Velero keeps one such file for each backup. */
const bytesPerObject = 1024;

/** Logs, results and lists beside it, each of a few kibibytes. */
const companions = 10;
const bytesPerCompanion = 6 * 1024;

/** What Velero writes about each backup ages through the classes of the lifecycle. */
export const metadata: Component = {
  name: 'metadata',
  of: 'Kubernetes objects and logs of each backup, in the bucket and the replica',
  cost: (priced) => {
    const { environment } = priced;
    if (!ownsBucket(environment)) return none;
    return sum(
      Object.values(environment.schedules).map((schedule) =>
        spread(madeOn(backupsOf(schedule)), ofOneBackup(priced, environment, schedule)),
      ),
    );
  },
};

/** US dollars on each day of one backup's life. */
function ofOneBackup(
  { home, away }: Priced,
  environment: BucketEnvironment,
  schedule: Schedule,
): number[] {
  const { lifecycle } = environment.storage;
  const objects = coveredServices(environment, schedule).reduce(
    (total, [, service]) => total + service.objects,
    0,
  );
  const ages = (bytes: number, first: StorageClass, deleted: number) => ({
    bytes,
    classes: [
      { from: 0, storageClass: first },
      { from: inDays(lifecycle.infrequentAccessAfter), storageClass: 'STANDARD_IA' as const },
      { from: inDays(lifecycle.glacierInstantRetrievalAfter), storageClass: 'GLACIER_IR' as const },
    ].filter(({ from, storageClass }) => from === 0 || storageClass !== first),
    goneAfter: deleted + inDays(lifecycle.expireNoncurrentAfter),
  });
  const cost = (first: StorageClass, deleted: number, prices: typeof home): number[] =>
    [
      costByAge(ages(objects * bytesPerObject, first, deleted), prices),
      ...Array.from({ length: companions }, () =>
        costByAge(ages(bytesPerCompanion, first, deleted), prices),
      ),
    ].reduce(together);
  const here = cost('STANDARD', inDays(schedule.retention), home);
  // Velero deletes nothing in the replica: its own lifecycle does.
  return isReplicated(environment)
    ? together(here, cost('STANDARD_IA', inDays(lifecycle.expireAfter), away))
    : here;
}

const together = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, age) => (a[age] ?? 0) + (b[age] ?? 0));

/** What is made on each day costs on the days after it, too. */
function spread(made: Daily, byAge: readonly number[]): Daily {
  return everyDay(({ index }) => {
    let cost = 0;
    for (let age = Math.min(index, byAge.length - 1); age >= 0; age -= 1) {
      cost += (made[index - age] ?? 0) * (byAge[age] ?? 0);
    }
    return cost;
  });
}
