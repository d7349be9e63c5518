import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import type { Measurements } from '@resilience/config/measurements';

import type { PullFlags } from '../commands/evidence.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { refuse, refuseProblems } from '../refuse.ts';
import { repositoryRoot } from '../repository-root.ts';
import { evidenceFrom, evidenceOf } from './evidence-of.ts';
import { measure } from './measure.ts';
import { type Evidence, readReports } from './read-reports.ts';
import { standbysOf } from './standbys.ts';

/** Does what `resilience evidence pull` promises. */
export const pull = (flags: PullFlags): Promise<ExitCode> =>
  inEnvironment(flags, (environment) => pullOf(environment, flags));

async function pullOf(environment: Environment, flags: PullFlags): Promise<ExitCode> {
  const { from, json = false } = flags;
  const { storage } = environment;
  if (storage.kind === 'replica') {
    const { of } = storage;
    return refuse(`its drills measure ${of}: pull --env ${of}, which reads the reports of both`);
  }
  const standbys = await standbysOf(environment);
  if (!standbys.ok) return refuseProblems(standbys.problems, json);
  const measured = [environment, ...standbys.environments];
  const places = from === undefined ? measured.map(evidenceOf) : [evidenceFrom(from, measured)];
  const read = await Promise.all(places.map(({ source, place }) => readReports(source, place)));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) return refuseProblems(problems, json);
  const evidence = read.flatMap((each) => each.evidence);
  if (evidence.length === 0) {
    return refuse(
      `no drill or recovery has left a report in ${places.map(({ place }) => place.from).join(', or in ')}`,
    );
  }
  return writeMeasurements(environment.name, evidence, flags);
}

async function writeMeasurements(
  name: string,
  evidence: readonly Evidence[],
  { check, json = false }: PullFlags,
): Promise<ExitCode> {
  const file = `environments/${name}/measurements.json`;
  const measured = measure(evidence);
  const content = `${JSON.stringify(measured, null, 2)}\n`;
  const stale = before(file) !== content;
  if (stale && check !== true) {
    const { replaceFile } = await import('@resilience/render/replace-file');
    replaceFile(join(repositoryRoot, file), content);
  }
  const failed = evidence.filter(({ report }) => report.outcome === 'failed').length;
  const pulled = { file, stale, reports: evidence.length, failed, measurements: measured };
  process.stdout.write(
    json ? `${JSON.stringify(pulled, null, 2)}\n` : tell(pulled, check === true),
  );
  return check === true && stale ? exitCode.findings : exitCode.fine;
}

function before(file: string): string | undefined {
  const path = join(repositoryRoot, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

interface Pulled {
  readonly file: string;
  readonly stale: boolean;
  readonly reports: number;
  readonly failed: number;
  readonly measurements: Measurements;
}

function tell({ file, stale, reports, failed, measurements }: Pulled, check: boolean): string {
  const { steps, rates } = measurements;
  const lines = Object.entries({ ...steps, ...rates }).map(
    ([name, { runs, expected, worst }]) =>
      `  ${name}: ${expected} expected, ${worst} at worst, of ${runs}`,
  );
  const head = `${reports} reports are as they were left; ${failed} of runs that failed do not count`;
  return `${[head, ...lines, conclusion(file, stale, check)].join('\n')}\n`;
}

function conclusion(file: string, stale: boolean, check: boolean): string {
  if (!stale) return `${file} says so already`;
  return check
    ? `${file} is stale: run this without --check, and commit it`
    : `${file} was written: run npm run render, and open a pull request with both`;
}
