import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

import { Cleanups } from './cleanups.ts';
import { drills } from './drills/index.ts';
import { playDrills } from './drills/play-drills.ts';
import { playRights } from './rights/play-rights.ts';
import { playFaults } from './faults/play-faults.ts';
import { faults } from './faults/index.ts';
import { machineIsMissing } from './platform/machine.ts';
import { missingAbility } from './platform/node/abilities.ts';
import { Report } from './report.ts';
import { scenarios } from './scenarios/index.ts';
import { playScenarios } from './scenarios/play-scenarios.ts';
import { outOfTime } from './settings.ts';

/**
 * `--only NAME` for some scenarios, drills or faults; all of them without it. `--minutes N` for those alone that are
 * begun in that time.
 */
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, minutes: { type: 'string' } },
});
const end = performance.now() + Number(values.minutes ?? Infinity) * 60_000;
const hasTime = (): boolean => performance.now() < end;
const isAsked = ({ name }: { readonly name: string }): boolean =>
  values.only?.includes(name) ?? true;
const report = new Report('Not done here');
const cleanups = new Cleanups();

const problems = problemsOfCall();
const missing = cannotRun();
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 2;
} else if (missing === undefined) await run();
else process.stdout.write(`skipped: ${missing}\n`);

function problemsOfCall(): string[] {
  const { only = [], minutes = '0' } = values;
  const named = ['rights', ...[...scenarios, ...drills, ...faults].map(({ name }) => name)];
  const unknown = only.filter((name) => !named.includes(name));
  return [
    ...unknown.map((name) => `--only ${name}: there are ${named.join(', ')}`),
    ...(/^\d+$/.test(minutes) ? [] : [`--minutes is a whole number, not ${minutes}`]),
  ];
}

function cannotRun(): string | undefined {
  if (spawnSync('go', ['version']).error) return 'go, which builds the servers, is not on the PATH';
  return machineIsMissing();
}

/** Plays what was asked for on platforms of its own, and leaves nothing of them. */
async function run(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void cleanups.run().finally(() => process.exit(130)));
  }
  try {
    await play();
  } finally {
    await cleanups.run();
  }
  process.exitCode = report.finish() ? 0 : 1;
}

async function play(): Promise<void> {
  const settings = { environment: 'production', cleanups, report, hasTime };
  const played = scenarios.filter(isAsked);
  const withoutNode = missingAbility() ?? (hasTime() ? undefined : outOfTime);
  if (withoutNode === undefined) await playScenarios(played, settings);
  else for (const { name } of played) report.gap(name, withoutNode);
  await playDrills(drills.filter(isAsked), settings);
  if (isAsked({ name: 'rights' })) {
    if (hasTime()) await playRights(settings);
    else report.gap('rights', outOfTime);
  }
  await playFaults(faults.filter(isAsked), settings);
}
