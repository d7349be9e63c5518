import { startCluster } from '../platform/cluster.ts';
import { load } from '../platform/load.ts';
import { startMachine } from '../platform/machine.ts';
import type { Play } from '../scenarios/play-scenarios.ts';
import { tableOf } from '../table.ts';
import type { Fault } from './fault.ts';
import { faults as all } from './index.ts';
import { inflict } from './inflict.ts';
import { tellingOf, writeReference } from './reference.ts';

/** Makes faults, prints how each was told, and keeps that when all were made. */
export async function playFaults(
  faults: readonly Fault[],
  { environment: name, cleanups, report }: Play,
): Promise<void> {
  if (faults.length === 0) return;
  const environment = await load(name);
  const machine = await startMachine(environment, { hasNode: false });
  cleanups.defer(machine.stop);
  const cluster = await startCluster(machine, environment);
  cleanups.defer(cluster.stop);
  for (const line of cluster.installed.differences) process.stdout.write(`overlay ${line}\n`);
  const outcomes = await inflict(faults, { machine, cluster }, report);
  const rows = outcomes.map(({ fault, told }) => [fault.name, tellingOf(fault, told)]);
  process.stdout.write(`\n${tableOf([['Fault', 'How it is told'], ...rows])}\n\n`);
  if (faults.length === all.length) writeReference(outcomes);
  await cleanups.run();
}
