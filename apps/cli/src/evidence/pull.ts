import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import type { Measurements } from '@resilience/config/measurements';
import { evidenceBucket } from '@resilience/config/names';

import type { PullFlags } from '../commands/evidence.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { refuse, refuseProblems } from '../refuse.ts';
import { repositoryRoot } from '../repository-root.ts';
import { AwsFailed, sourceOf } from './evidence-source.ts';
import { measure } from './measure.ts';
import { readReports, type ReadReports } from './read-reports.ts';

/** Does what `resilience evidence pull` promises. */
export async function pull({ env, from, check, json = false }: PullFlags): Promise<ExitCode> {
  const known = listEnvironments(repositoryRoot);
  if (!known.includes(env)) {
    return refuse(`no environment is called ${env}; there are ${known.join(', ')}`);
  }
  if (from !== undefined && !from.startsWith('s3://') && !existsSync(from)) {
    return refuse(`there is no folder ${from}`);
  }
  const loaded = await loadEnvironment(repositoryRoot, env);
  if (!loaded.ok) return refuseProblems(loaded.problems, json);
  const own = `s3://${evidenceBucket(loaded.value).bucket}`;
  const read = await reportsIn(from ?? own, env, own);
  if (read instanceof AwsFailed) return refuse(read.message);
  const { evidence, problems } = read;
  if (problems.length > 0) return refuseProblems(problems, json);
  if (evidence.length === 0) return refuse(`no drill has left a report in ${from ?? own}`);
  const file = `environments/${env}/measurements.json`;
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

async function reportsIn(
  place: string,
  environment: string,
  own: string,
): Promise<ReadReports | AwsFailed> {
  const bucket = place.startsWith('s3://') ? place.replace(/\/+$/, '') : own;
  try {
    return await readReports(sourceOf(place), { environment, bucket });
  } catch (error) {
    if (error instanceof AwsFailed) return error;
    throw error;
  }
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
  const head = `${reports} reports are as their drills left them; ${failed} of drills that failed do not count`;
  return `${[head, ...lines, conclusion(file, stale, check)].join('\n')}\n`;
}

function conclusion(file: string, stale: boolean, check: boolean): string {
  if (!stale) return `${file} says so already`;
  return check
    ? `${file} is stale: run this without --check, and commit it`
    : `${file} was written: run npm run render, and open a pull request with both`;
}
