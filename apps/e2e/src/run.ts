import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { parseArgs } from 'node:util';

import { endWith2 } from './call-error.ts';
import { Cleanups } from './cleanups.ts';
import { lanes as drillLanes } from './drills/index.ts';
import { faults } from './faults/index.ts';
import type { Outcome } from './faults/inflict.ts';
import { tellingOf, writeReference } from './faults/reference.ts';
import { evidence, playOnNode } from './on-node.ts';
import { takeGivenCluster } from './platform/ground/given-cluster.ts';
import type { Ground } from './platform/ground/ground.ts';
import { load } from './declared.ts';
import { machineIsMissing } from './platform/machine.ts';
import { Report } from './report.ts';
import { lanes, losses } from './scenarios/index.ts';
import { notOurs, type Playable } from './settings.ts';
import { tableOf } from './table.ts';
import { playWithoutNode } from './without-node.ts';
import { skipped } from './skipped.ts';

/** `--only NAME` for some scenarios, drills or faults; all of them without it. `--except NAME` for all but some. */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    except: { type: 'string', multiple: true, default: [] },
  },
});
let isStopped = false;
const mayBegin = (): boolean => !isStopped;
const existing = process.env['KUBECONFIG'];
const isNamed = ({ name }: Playable): boolean =>
  (values.only?.includes(name) ?? true) && !values.except.includes(name);
const isAsked = (one: Playable): boolean => isNamed(one) && !(existing && one.breaksCluster);
const environment = 'production';
const report = new Report();
const cleanups = new Cleanups();

const problems = problemsOfCall();
const missing = cannotRun();
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 2;
} else if (missing === undefined) await run().catch(endWith2);
else process.stdout.write(skipped('e2e', missing));

function problemsOfCall(): string[] {
  const known = [
    'rights',
    evidence.name,
    ...[...lanes.flat(), ...losses, ...drillLanes.flat(), ...faults].map(({ name }) => name),
  ];
  return (['only', 'except'] as const).flatMap((option) =>
    (values[option] ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => `--${option} ${name}: there are ${known.join(', ')}`),
  );
}

function cannotRun(): string | undefined {
  if (spawnSync('go', ['version']).error) return 'go, which builds the servers, is not on the PATH';
  return machineIsMissing();
}

/** Plays what was asked for on platforms of its own, and leaves nothing of them. */
async function run(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isStopped = true;
      void cleanups.run().finally(() => process.exit(130));
    });
  }
  for (const name of values.except) report.skip(name, 'it is left out by --except');
  try {
    await play(await givenGround());
  } finally {
    await cleanups.run();
  }
  process.exitCode = report.finish() ? 0 : 1;
}

/** The cluster that KUBECONFIG names, and what is not done to it. */
async function givenGround(): Promise<Ground | undefined> {
  if (!existing) return undefined;
  for (const one of [...lanes.flat(), ...losses, ...faults].filter(isNamed)) {
    if (one.breaksCluster) report.skip(one.name, notOurs);
  }
  return takeGivenCluster(existing, await load(environment));
}

/** What needs no node is played beside what is played there one after the other, and waits more than it works. */
async function play(given: Ground | undefined): Promise<void> {
  const settings = { environment, cleanups, report, mayBegin };
  if (given) {
    return writeOutcomes(await playOnNode(isAsked, settings, { crowdIsOver: () => {}, given }));
  }
  const crowd = new EventEmitter();
  const isOver = once(crowd, 'over');
  const tellItIsOver = (): boolean => crowd.emit('over');
  const outcomes = await Promise.all([
    isOver.then(() => playWithoutNode(isAsked, settings)),
    playOnNode(isAsked, settings, { crowdIsOver: tellItIsOver, given }).finally(tellItIsOver),
  ]);
  writeOutcomes(outcomes.flat());
}

function writeOutcomes(outcomes: readonly Outcome[]): void {
  if (outcomes.length === 0) return;
  const rows = outcomes.map(({ fault, told }) => [fault.name, tellingOf(fault, told)]);
  process.stdout.write(`\n${tableOf([['Fault', 'How it is told'], ...rows])}\n\n`);
  writeReference(outcomes, faults);
}
