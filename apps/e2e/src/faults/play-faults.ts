import { startCluster } from '../platform/cluster.ts';
import { load } from '../platform/load.ts';
import { startMachine } from '../platform/machine.ts';
import { missingAbility } from '../platform/node/abilities.ts';
import { outOfTime, type Settings } from '../settings.ts';
import { tableOf } from '../table.ts';
import type { Fault } from './fault.ts';
import { faults as all } from './index.ts';
import { inflict, type Outcome } from './inflict.ts';
import { tellingOf, writeReference } from './reference.ts';

/** Makes faults, prints how each was told, and keeps that when all were made. */
export async function playFaults(faults: readonly Fault[], play: Settings): Promise<void> {
  const withoutNode = missingAbility();
  const onNode = faults.filter(({ needsNode }) => needsNode);
  if (withoutNode !== undefined) {
    for (const { name } of onNode) play.report.gap(name, withoutNode);
  }
  const outcomes = [
    ...(await onMachine(
      faults.filter(({ needsNode }) => !needsNode),
      false,
      play,
    )),
    ...(withoutNode === undefined ? await onMachine(onNode, true, play) : []),
  ];
  if (outcomes.length === 0) return;
  const rows = outcomes.map(({ fault, told }) => [fault.name, tellingOf(fault, told)]);
  process.stdout.write(`\n${tableOf([['Fault', 'How it is told'], ...rows])}\n\n`);
  writeReference(outcomes, all);
}

async function onMachine(
  faults: readonly Fault[],
  hasNode: boolean,
  { environment: name, cleanups, report, hasTime }: Settings,
): Promise<Outcome[]> {
  if (faults.length === 0) return [];
  if (!hasTime()) {
    for (const fault of faults) report.gap(`fault ${fault.name}`, outOfTime);
    return [];
  }
  const environment = await load(name);
  const machine = await startMachine(environment, { hasNode });
  cleanups.defer(machine.stop);
  const cluster = await startCluster(machine, environment);
  cleanups.defer(cluster.stop);
  for (const line of cluster.installed.differences) process.stdout.write(`overlay ${line}\n`);
  const outcomes = await inflict(faults, { machine, cluster }, { report, hasTime });
  await cleanups.run();
  return outcomes;
}
