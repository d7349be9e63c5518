import type { Environment } from '@resilience/config/environment';

import { lanes as drillLanes } from './drills/index.ts';
import { playDrills } from './drills/play-drills.ts';
import { proveFromEvidence } from './evidence/prover.ts';
import { inflict, type Outcome } from './faults/inflict.ts';
import { faults as allFaults } from './faults/index.ts';
import { argoPrograms } from './platform/argo/programs.ts';
import { type Cluster, startCluster } from './platform/cluster.ts';
import type { Ground } from './platform/ground/ground.ts';
import { startOwnNode } from './platform/ground/own-node.ts';
import { load } from './declared.ts';
import { type Machine, startMachine } from './platform/machine.ts';
import { missingAbility } from './platform/node/abilities.ts';
import type { Report } from './report.ts';
import { lanes, losses } from './scenarios/index.ts';
import { headings, play } from './scenarios/play.ts';
import type { Stage } from './scenarios/stage.ts';
import { protectedServices } from './services/protected-services.ts';
import { type IsAsked, wasStopped, type Settings } from './settings.ts';
import { tableOf } from './table.ts';
import { askedWithoutNode, playOn } from './without-node.ts';

interface Options {
  /** Is told so as soon as one thing is played after the other. */
  readonly crowdIsOver: () => void;
  /** A cluster that is there already. */
  readonly given: Ground | undefined;
}

/**
 * Plays what pods are needed for, on one machine: disasters, drills and faults. On a ground that is given, all else is
 * played, too.
 *
 * @returns what became of faults
 */
export async function playOnNode(
  isAsked: IsAsked,
  settings: Settings,
  { crowdIsOver, given }: Options,
): Promise<Outcome[]> {
  const { environment: name, cleanups, report, mayBegin } = settings;
  const asked = whatIsAsked(isAsked, report, missingArgo(given));
  const everything = [...asked.everything, ...(given ? askedWithoutNode(isAsked) : [])];
  if (everything.length === 0) return [];
  const missing = (given ? undefined : missingAbility()) ?? (mayBegin() ? undefined : wasStopped);
  if (missing !== undefined) {
    for (const each of everything) report.skip(each.name, missing);
    return [];
  }
  const environment = await load(name);
  const ground = given ?? (await startOwnNode(environment));
  cleanups.defer(ground.stop);
  const machine = await startMachine(environment, ground);
  cleanups.defer(machine.stop);
  const stage = await startStage(machine, environment, settings);
  const played = await Promise.all(asked.lanes.map((lane) => play(lane, stage, settings)));
  await playDrills(asked.drills, stage, settings);
  crowdIsOver();
  const rows = [...played.flat(), ...(await play(asked.losses, stage, settings))];
  if (rows.length > 0) process.stdout.write(`\n${tableOf([headings, ...rows])}\n\n`);
  if (asked.evidence.length > 0) await readEvidence(stage, environment, report);
  if (given) {
    const place = { machine, cluster: stage.cluster() };
    const outcomes = await playOn(place, isAsked, settings);
    return [...outcomes, ...(await inflict(asked.faults, place, settings))];
  }
  if (asked.faults.length === 0) return [];
  const isNew = asked.recoveries.length === 0;
  const cluster = isNew || !mayBegin() ? stage.cluster() : await stage.replaceCluster(name);
  return inflict(asked.faults, { machine, cluster }, settings);
}

/** What runbooks and drills have left in the buckets of evidence. */
export const evidence = { name: 'evidence' };

/** @param noArgo why no Argo runs what is rendered, or nothing */
function whatIsAsked(isAsked: IsAsked, report: Report, noArgo: string | undefined) {
  const drills = drillLanes.map((lane) => lane.filter(isAsked));
  if (noArgo !== undefined) drills.flat().forEach((drill) => report.skip(drill.name, noArgo));
  const asked = {
    lanes: lanes.map((lane) => lane.filter(isAsked)),
    losses: losses.filter(isAsked),
    drills: noArgo === undefined ? drills : [],
    faults: allFaults.filter((fault) => fault.needsNode && isAsked(fault)),
  };
  const scenarios = [...asked.lanes.flat(), ...asked.losses];
  if (noArgo !== undefined && scenarios.length > 0) {
    report.skip('recoveries by their rendered runbooks', noArgo);
  }
  const recoveries = [...scenarios, ...asked.drills.flat()];
  const isReported = recoveries.length > scenarios.filter(({ healsItself }) => healsItself).length;
  const noEvidence = noArgo ?? (isReported ? undefined : 'no recovery or drill leaves any here');
  const leaving = [evidence].filter(isAsked);
  if (noEvidence !== undefined) leaving.forEach((each) => report.skip(each.name, noEvidence));
  const left = noEvidence === undefined ? leaving : [];
  const everything = [...recoveries, ...asked.faults, ...left];
  return { ...asked, recoveries, evidence: left, everything };
}

/** @returns why no Argo runs what is rendered, or nothing */
function missingArgo(given: Ground | undefined): string | undefined {
  const argo = given ? given.argo : argoPrograms();
  return 'missing' in argo ? argo.missing : undefined;
}

async function readEvidence(
  { machine, cluster }: Stage,
  environment: Environment,
  report: Report,
): Promise<void> {
  const standby = cluster().environment;
  const environments = [environment, ...(standby.name === environment.name ? [] : [standby])];
  await report.check('evidence: the prover reads what was measured here', async () => {
    const names = protectedServices.map((service) => service.name);
    const lines = await proveFromEvidence(machine.aws, environments, names);
    return lines.join('; ');
  });
}

/** Starts a cluster with what is rendered, and prints how it differs from that. */
async function startStage(
  machine: Machine,
  environment: Environment,
  { cleanups }: Settings,
): Promise<Stage> {
  let cluster = await startCluster(machine, environment);
  cleanups.defer(() => cluster.stop());
  for (const line of cluster.installed.differences) process.stdout.write(`overlay ${line}\n`);
  const { differences, argo } = machine.ground;
  const ofArgo = 'missing' in argo ? [] : argo.differences;
  for (const line of [...differences, ...ofArgo]) process.stdout.write(`overlay ${line}\n`);
  const replaceCluster = async (other: string): Promise<Cluster> => {
    await cluster.stop();
    cluster = await startCluster(machine, await load(other));
    return cluster;
  };
  return { machine, cluster: () => cluster, replaceCluster };
}
