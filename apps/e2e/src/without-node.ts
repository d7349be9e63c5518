import type { Fault } from './faults/fault.ts';
import { faults as all } from './faults/index.ts';
import { inflict, type Outcome } from './faults/inflict.ts';
import { type Cluster, startCluster } from './platform/cluster.ts';
import { noNode } from './platform/ground/no-node.ts';
import { load } from './declared.ts';
import { type Machine, startMachine } from './platform/machine.ts';
import { playRights } from './rights/play-rights.ts';
import { type IsAsked, wasStopped, type Playable, type Settings } from './settings.ts';

/** Plays what no pod is needed for: the rights of Velero, and faults. @returns what became of faults */
export async function playWithoutNode(isAsked: IsAsked, settings: Settings): Promise<Outcome[]> {
  const { environment: name, cleanups, report, mayBegin } = settings;
  const asked = askedWithoutNode(isAsked);
  if (asked.length === 0) return [];
  if (!mayBegin()) {
    for (const each of asked) report.skip(each.name, wasStopped);
    return [];
  }
  const environment = await load(name);
  const machine = await startMachine(environment, noNode);
  cleanups.defer(machine.stop);
  const cluster = await startCluster(machine, environment);
  cleanups.defer(cluster.stop);
  return playOn({ machine, cluster }, isAsked, settings);
}

const rights = { name: 'rights' };

/** All that is asked for of what needs no node. */
export const askedWithoutNode = (isAsked: IsAsked): readonly Playable[] => [
  ...[rights].filter(isAsked),
  ...faultsWithoutNode(isAsked),
];

const faultsWithoutNode = (isAsked: IsAsked): readonly Fault[] =>
  all.filter((fault) => !fault.needsNode && isAsked(fault));

/** Plays it in a cluster. @returns what became of faults */
export async function playOn(
  place: { readonly machine: Machine; readonly cluster: Cluster },
  isAsked: IsAsked,
  settings: Settings,
): Promise<Outcome[]> {
  const outcomes = await inflict(faultsWithoutNode(isAsked), place, settings);
  if (isAsked(rights)) await playRights(place.cluster, settings);
  return outcomes;
}
