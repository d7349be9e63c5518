import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { debianPackages } from '../debian-packages.ts';
import { declaredNames, load } from '../declared.ts';
import { renderedRules, type RuleGroup } from '../prometheus/rendered-rules.ts';
import { Report } from '../report.ts';
import { type AlertCases, caseKinds } from './alert-case.ts';
import { everyAlert } from './cases/index.ts';
import type { Needed } from './cases/ResilienceMetricsMissing.ts';
import { healthyDay } from './day/day.ts';
import { checkRules, testRules } from './promtool.ts';
import { unknownIn } from './recorded-labels.ts';
import { verifyFaults } from './verify-faults.ts';
import { skipped } from '../skipped.ts';

/** Plays every case of every alert with the rules that are rendered for each environment. */
const found = debianPackages('prometheus');
if ('missing' in found) process.stdout.write(skipped('e2e:alerts', found.missing));
else process.exitCode = (await verify(join(found.folder, 'usr/bin'))) ? 0 : 1;

async function verify(programs: string): Promise<boolean> {
  const work = mkdtempSync(join(tmpdir(), 'resilience-alerts-'));
  const report = new Report();
  try {
    for (const name of declaredNames()) {
      const environment = await load(name);
      await verifyRules(environment, { programs, work, report });
    }
    await report.check('the day tells of objects what a real exporter does', async () =>
      refuseUnknown(healthyDay()['resilience-object-state'], 'object-state'),
    );
    await report.check('the day tells of Velero what a real server does', async () =>
      refuseUnknown(withoutMaintenance(healthyDay().velero), 'velero'),
    );
    report.skip(
      'the metrics of the maintenance of repositories, the node-agent, CloudWatch and drills',
      'no server that runs here tells them: the day has them as their sources say',
    );
    await verifyFaults(programs, report);
    return report.finish();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function refuseUnknown(text: string | undefined, recording: string): void {
  const file = join(import.meta.dirname, `../metrics/recorded/${recording}.txt`);
  const unknown = unknownIn(text ?? '', readFileSync(file, 'utf8'));
  if (unknown.length > 0) throw new Error(`never recorded: ${unknown.join(', ')}`);
}

function withoutMaintenance(text: string | undefined): string | undefined {
  return text?.replaceAll(/^velero_repo_maintenance_.*\n/gm, '');
}

interface Means {
  readonly programs: string;
  readonly work: string;
  readonly report: Report;
}

async function verifyRules(environment: Environment, { programs, work, report }: Means) {
  const groups = renderedRules(environment.name);
  const subject = { programs, folder: join(work, environment.name), groups };
  await report.check(`${environment.name}: promtool takes every rule`, async () =>
    checkRules(subject),
  );
  const needed = neededMetrics(groups);
  const declared = everyAlert(needed);
  const rendered = new Set(
    groups.flatMap(({ rules }) => rules.flatMap(({ alert }) => alert ?? [])),
  );
  for (const alert of rendered) {
    await report.check(`${environment.name}: ${alert}`, async () => {
      const cases = declared.find((one) => one.alert === alert);
      if (!cases) throw new Error('no case shows what it does');
      refuseGaps(cases, environment, needed);
      const played = cases.cases(environment);
      testRules(subject, cases, played);
      return `${played.length} cases`;
    });
  }
}

/** The metrics whose absence is reported, with their jobs. */
function neededMetrics(groups: readonly RuleGroup[]): Needed {
  return groups
    .flatMap(({ rules }) => rules)
    .filter(({ alert }) => alert === 'ResilienceMetricsMissing')
    .map(({ labels }) => [labels?.['metric'] ?? '', labels?.['job'] ?? '']);
}

/** @throws when some kind of case is not there, and nobody says why */
function refuseGaps(
  { cases, without = {}, silentWithout = [] }: AlertCases,
  environment: Environment,
  needed: Needed,
): void {
  const shown = new Set(cases(environment).map(({ kind }) => kind));
  const lacking = caseKinds
    .filter((kind) => !shown.has(kind) && without[kind] === undefined)
    .filter((kind) => kind !== 'missing' || silentWithout.length === 0);
  const unreported = silentWithout
    .filter((metric) => !needed.some(([known]) => known === metric))
    .map((metric) => `nobody reports that ${metric} is missing`);
  const problems = [...lacking.map((kind) => `there is no ${kind} case`), ...unreported];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
