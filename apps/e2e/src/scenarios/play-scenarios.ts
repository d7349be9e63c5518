import { imagesOf } from '../platform/images/images-of.ts';
import { type Cluster, startCluster } from '../platform/cluster.ts';
import { load } from '../platform/load.ts';
import { startMachine } from '../platform/machine.ts';
import type { Settings } from '../settings.ts';
import { tableOf } from '../table.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';

/** Plays scenarios on a machine with a node, and prints what they cost. */
export async function playScenarios(
  scenarios: readonly Scenario[],
  { environment: name, cleanups, report, hasTime }: Settings,
): Promise<void> {
  if (scenarios.length === 0) return;
  const environment = await load(name);
  const machine = await startMachine(environment, { hasNode: true });
  cleanups.defer(machine.stop);
  let cluster: Cluster = await startCluster(machine, environment);
  cleanups.defer(() => cluster.stop());
  for (const line of cluster.installed.differences) process.stdout.write(`overlay ${line}\n`);
  for (const image of imagesOf(environment)) {
    process.stdout.write(`overlay image ${image.name}: ${image.content}\n`);
  }
  const replaceCluster = async (other = name): Promise<Cluster> => {
    await cluster.stop();
    cluster = await startCluster(machine, await load(other));
    return cluster;
  };
  const stage = { machine, cluster: () => cluster, replaceCluster };
  const table = await play(scenarios, stage, { report, hasTime });
  process.stdout.write(`\n${tableOf(table)}\n\n`);
  await cleanups.run();
}
