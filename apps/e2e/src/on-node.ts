import type { Environment } from '@resilience/config/environment';

import type { DrillCase } from './drills/drill-case.ts';
import { lanes as drillLanes } from './drills/index.ts';
import { playDrills } from './drills/play-drills.ts';
import { proveFromEvidence } from './evidence/prover.ts';
import { inflict, type Outcome } from './faults/inflict.ts';
import { faults as allFaults } from './faults/index.ts';
import { argoPrograms } from './platform/argo/programs.ts';
import { type Cluster, startCluster } from './platform/cluster.ts';
import { imagesOf } from './platform/images/images-of.ts';
import { load } from './platform/load.ts';
import { type Machine, startMachine } from './platform/machine.ts';
import { missingAbility } from './platform/node/abilities.ts';
import type { Report } from './report.ts';
import { lanes, losses } from './scenarios/index.ts';
import { headings, play } from './scenarios/play.ts';
import type { Stage } from './scenarios/stage.ts';
import { type IsAsked, outOfTime, type Settings } from './settings.ts';
import { tableOf } from './table.ts';

/**
 * Plays what pods are needed for, on one machine: disasters, drills and faults.
 *
 * @param crowdIsOver is told so as soon as one thing is played after the other
 * @returns what became of faults
 */
export async function playOnNode(
  isAsked: IsAsked,
  settings: Settings,
  crowdIsOver: () => void,
): Promise<Outcome[]> {
  const { environment: name, cleanups, report, hasTime } = settings;
  const asked = {
    lanes: lanes.map((lane) => lane.filter(isAsked)),
    losses: losses.filter(isAsked),
    drills: withArgo(
      drillLanes.map((lane) => lane.filter(isAsked)),
      report,
    ),
    faults: allFaults.filter((fault) => fault.needsNode && isAsked(fault)),
  };
  const scenarios = [...asked.lanes.flat(), ...asked.losses];
  const recoveries = [...scenarios, ...asked.drills.flat()];
  const leavesEvidence = isAsked(evidence) && mayLeaveEvidence(recoveries.length, report);
  const everything = [...recoveries, ...asked.faults, ...(leavesEvidence ? [evidence] : [])];
  if (everything.length === 0) return [];
  const missing = missingAbility() ?? (hasTime() ? undefined : outOfTime);
  if (missing !== undefined) {
    for (const each of everything) report.gap(each.name, missing);
    return [];
  }
  const environment = await load(name);
  const machine = await startMachine(environment, { hasNode: true });
  cleanups.defer(machine.stop);
  const stage = await startStage(machine, environment, settings);
  const played = await Promise.all(asked.lanes.map((lane) => play(lane, stage, settings)));
  await playDrills(asked.drills, stage, settings);
  crowdIsOver();
  const rows = [...played.flat(), ...(await play(asked.losses, stage, settings))];
  if (rows.length > 0) process.stdout.write(`\n${tableOf([headings, ...rows])}\n\n`);
  if (leavesEvidence) await readEvidence(stage, environment, report);
  if (asked.faults.length === 0) return [];
  const isNew = recoveries.length === 0;
  const cluster = isNew || !hasTime() ? stage.cluster() : await stage.replaceCluster(name);
  return inflict(asked.faults, { machine, cluster }, settings);
}

/** Drills are what Argo runs. */
function withArgo(asked: readonly DrillCase[][], report: Report): readonly DrillCase[][] {
  const programs = argoPrograms();
  if (!('missing' in programs)) return asked;
  for (const { name } of asked.flat()) report.gap(name, programs.missing);
  return [];
}

/** What runbooks and drills have left in the buckets of evidence. */
export const evidence = { name: 'evidence' };

function mayLeaveEvidence(recoveries: number, report: Report): boolean {
  const programs = argoPrograms();
  if ('missing' in programs) report.gap(evidence.name, programs.missing);
  else if (recoveries === 0) report.gap(evidence.name, 'no scenario or drill leaves any here');
  else return true;
  return false;
}

async function readEvidence(
  { machine, cluster }: Stage,
  environment: Environment,
  report: Report,
): Promise<void> {
  const standby = cluster().environment;
  const environments = [environment, ...(standby.name === environment.name ? [] : [standby])];
  await report.check('evidence: the prover reads what was measured here', async () => {
    const lines = await proveFromEvidence(machine.aws, environments, allServices);
    return lines.join('; ');
  });
}

const allServices = ['orders', 'catalog', 'media'];

/** Starts a cluster with what is rendered, and prints how it differs from that. */
async function startStage(
  machine: Machine,
  environment: Environment,
  { cleanups }: Settings,
): Promise<Stage> {
  let cluster = await startCluster(machine, environment);
  cleanups.defer(() => cluster.stop());
  for (const line of cluster.installed.differences) process.stdout.write(`overlay ${line}\n`);
  for (const image of imagesOf(environment)) {
    process.stdout.write(`overlay image ${image.name}: ${image.content}\n`);
  }
  const replaceCluster = async (other: string): Promise<Cluster> => {
    await cluster.stop();
    cluster = await startCluster(machine, await load(other));
    return cluster;
  };
  return { machine, cluster: () => cluster, replaceCluster };
}
