import { equal } from 'node:assert/strict';

import { backupBucket } from '@resilience/config/names';

import { awsClients } from '../aws/clients.ts';
import type { Cluster } from '../platform/cluster.ts';
import type { Machine } from '../platform/machine.ts';
import type { Report } from '../report.ts';
import type { Fault, FaultStage } from './fault.ts';
import { backUpSample, makeSample, restoreSample } from './sample.ts';
import { location } from './told.ts';

/** What became of a fault. */
export interface Outcome {
  readonly fault: Fault;
  /** How it was told; undefined where it was not, or something was lost. */
  readonly told: string | undefined;
}

/**
 * Makes one fault after the other; after each, what was safe before has to restore.
 *
 * @returns what became of them
 */
export async function inflict(
  faults: readonly Fault[],
  { machine, cluster }: { readonly machine: Machine; readonly cluster: Cluster },
  report: Report,
): Promise<Outcome[]> {
  const { environment } = cluster;
  const { bucket } = backupBucket(environment);
  const aws = awsClients(machine.moto.endpoint, environment.aws.region);
  await makeSample(cluster);
  let safe = await newSafe(cluster, 1);
  const outcomes: Outcome[] = [];
  for (const [index, fault] of faults.entries()) {
    let told: string | undefined;
    await report.check(`fault ${fault.name}: ${fault.what}`, async () => {
      const stage: FaultStage = { machine, cluster, aws, bucket, safe };
      const said = await fault.run(stage).finally(() => machine.proxy.heal());
      await location(cluster, 'Available');
      if (fault.breaksSafe) safe = await newSafe(cluster, index + 2);
      else equal(await restoreSample(cluster, `safe-after-${index}`, safe), 'Completed');
      told = said;
      return said;
    });
    outcomes.push({ fault, told });
  }
  return outcomes;
}

async function newSafe(cluster: Cluster, number: number): Promise<string> {
  const name = `safe-${number}`;
  equal(await backUpSample(cluster, name), 'Completed');
  return name;
}
