import { equal } from 'node:assert/strict';

import { backupBucket } from '@resilience/config/names';

import type { Cluster } from '../platform/cluster.ts';
import type { Machine } from '../platform/machine.ts';
import { startWatch } from '../platform/watch.ts';
import { wasStopped, type Settings } from '../settings.ts';
import type { Fault, FaultStage } from './fault.ts';
import { backUpFiles, makeFiles, restoreFiles } from './files.ts';
import { backUpSample, makeSample, restoreSample } from './sample.ts';
import { location } from './told.ts';

/** What became of a fault. */
export interface Outcome {
  readonly fault: Fault;
  /** How it was told; undefined where it was not, or something was lost. */
  readonly told: string | undefined;
}

/** What is backed up and restored while things break. */
interface Subject {
  readonly name: string;
  readonly make: (cluster: Cluster) => Promise<void>;
  /** @returns the phase in which it ended */
  readonly backUp: (cluster: Cluster, name: string) => Promise<string>;
  /** @returns the phase in which it ended; what was restored is compared when it completed */
  readonly restore: (cluster: Cluster, name: string, backup: string) => Promise<string>;
}

const objects: Subject = {
  name: 'objects',
  make: makeSample,
  backUp: backUpSample,
  restore: restoreSample,
};
const files: Subject = {
  name: 'files',
  make: makeFiles,
  backUp: backUpFiles,
  restore: restoreFiles,
};

/**
 * Makes one fault after the other; after each, what was safe before has to restore.
 *
 * @param faults all of which need pods, or none
 * @returns what became of them
 */
export async function inflict(
  faults: readonly Fault[],
  { machine, cluster }: { readonly machine: Machine; readonly cluster: Cluster },
  { report, mayBegin, cleanups }: Settings,
): Promise<Outcome[]> {
  if (faults.length === 0) return [];
  if (!mayBegin()) {
    for (const { name } of faults) report.skip(name, wasStopped);
    return [];
  }
  const { aws, environment } = cluster;
  const { bucket } = backupBucket(environment);
  const subject = faults.some(({ needsNode }) => needsNode) ? files : objects;
  const newSafe = async (number: number): Promise<string> => {
    const backup = `safe-${subject.name}-${number}`;
    equal(await subject.backUp(cluster, backup), 'Completed');
    return backup;
  };
  const watch = await startWatch(cluster, report);
  cleanups.defer(watch.stop);
  await subject.make(cluster);
  let safe = await newSafe(0);
  const outcomes: Outcome[] = [];
  for (const [index, fault] of faults.entries()) {
    if (!mayBegin()) {
      report.skip(fault.name, wasStopped);
      continue;
    }
    let told: string | undefined;
    await report.check(`fault ${fault.name}: ${fault.what}`, async () => {
      const began = Date.now();
      const alerted = (alert: string): Promise<string> => watch.alerted(alert, began);
      const stage: FaultStage = { machine, cluster, aws, bucket, safe, alerted };
      const said = await fault.run(stage).finally(() => heal(stage));
      await location(cluster, 'Available');
      if (fault.breaksSafe) safe = await newSafe(index + 1);
      else equal(await subject.restore(cluster, `${safe}-after-${index}`, safe), 'Completed');
      told = said;
      return said;
    });
    outcomes.push({ fault, told });
  }
  await watch.stop();
  return outcomes;
}

/** A fault that was not told ends before it has healed what it broke. */
async function heal({ machine: { proxy }, cluster }: FaultStage): Promise<void> {
  proxy.heal();
  if (!cluster.velero().isRunning()) await cluster.startVelero();
}
