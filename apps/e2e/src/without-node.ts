import { faults as all } from './faults/index.ts';
import { inflict, type Outcome } from './faults/inflict.ts';
import { startCluster } from './platform/cluster.ts';
import { load } from './platform/load.ts';
import { startMachine } from './platform/machine.ts';
import { playRights } from './rights/play-rights.ts';
import { type IsAsked, outOfTime, type Settings } from './settings.ts';

/** Plays what no pod is needed for: the rights of Velero, and faults. @returns what became of faults */
export async function playWithoutNode(isAsked: IsAsked, settings: Settings): Promise<Outcome[]> {
  const { environment: name, cleanups, report, hasTime } = settings;
  const faults = all.filter((fault) => !fault.needsNode && isAsked(fault));
  const rights = [{ name: 'rights' }].filter(isAsked);
  const everything = [...rights, ...faults];
  if (everything.length === 0) return [];
  if (!hasTime()) {
    for (const each of everything) report.gap(each.name, outOfTime);
    return [];
  }
  const environment = await load(name);
  const machine = await startMachine(environment, { hasNode: false });
  cleanups.defer(machine.stop);
  const cluster = await startCluster(machine, environment);
  cleanups.defer(cluster.stop);
  const outcomes = await inflict(faults, { machine, cluster }, settings);
  if (rights.length > 0) await playRights(cluster, settings);
  return outcomes;
}
