import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import type { Measurements } from '@resilience/config/measurements';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { refuse, refuseProblems } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';
import { evidenceFrom, evidenceOf } from './evidence-of.ts';
import { measure } from './measure.ts';
import { type Evidence, readReports } from './read-reports.ts';
import { standbysOf } from './standbys.ts';

export interface PullFlags {
  readonly env: string;
  readonly from?: string;
  readonly check?: boolean;
}

/** Does what `resilience evidence pull` promises. */
export const pull = (flags: PullFlags): Promise<Answer<Pulled>> =>
  inEnvironment(flags, (environment) => pullOf(environment, flags));

async function pullOf(environment: Environment, flags: PullFlags): Promise<Answer<Pulled>> {
  const { from } = flags;
  const { storage } = environment;
  if (storage.kind === 'replica') {
    const { of } = storage;
    return refuse(`its drills measure ${of}: pull --env ${of}, which reads the reports of both`);
  }
  const standbys = await standbysOf(environment);
  if (!standbys.ok) return refuseProblems(standbys.problems);
  const measured = [environment, ...standbys.environments];
  const places = from === undefined ? measured.map(evidenceOf) : [evidenceFrom(from, measured)];
  const read = await Promise.all(places.map(({ source, place }) => readReports(source, place)));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) refuseProblems(problems);
  const evidence = read.flatMap((each) => each.evidence);
  if (evidence.length === 0) {
    refuse(
      `no drill or recovery has left a report in ${places.map(({ place }) => place.from).join(', or in ')}`,
    );
  }
  return writeMeasurements(environment.name, evidence, flags);
}

async function writeMeasurements(
  name: string,
  evidence: readonly Evidence[],
  { check }: PullFlags,
): Promise<Answer<Pulled>> {
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
  return {
    code: check === true && stale ? exitCode.findings : exitCode.fine,
    result: pulled,
    text: () => summary(pulled, check === true),
  };
}

function before(file: string): string | undefined {
  const path = join(repositoryRoot, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

export interface Pulled {
  readonly file: string;
  readonly stale: boolean;
  readonly reports: number;
  readonly failed: number;
  readonly measurements: Measurements;
}

function summary({ file, stale, reports, failed, measurements }: Pulled, check: boolean): string {
  const { steps, rates } = measurements;
  const lines = Object.entries({ ...steps, ...rates }).map(
    ([name, { runs, expected, worst }]) =>
      `  ${name}: ${expected} expected, ${worst} at worst, of ${runs}`,
  );
  const head = `${reports} reports are as they were left; ${failed} of runs that failed do not count`;
  return [head, ...lines, conclusion(file, stale, check)].join('\n');
}

function conclusion(file: string, stale: boolean, check: boolean): string {
  if (!stale) return `${file} says so already`;
  return check
    ? `${file} is stale: run this without --check, and commit it`
    : `${file} was written: run npm run render, and open a pull request with both`;
}
