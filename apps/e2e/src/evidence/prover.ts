import { deepEqual, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { Environment } from '@resilience/config/environment';
import { evidenceBucket } from '@resilience/config/names';

import type { AwsClients } from '../aws/clients.ts';
import { inWords } from '../in-words.ts';
import { programRoot } from '@resilience/fixtures/program-root';
import { renderedRoot } from '../rendered-root.ts';

/**
 * Lets the prover read what runs have left as evidence, as people do: the reports are pulled into a copy of the
 * repository that is judged, and explained.
 *
 * @param environments whose buckets are read; the services are of the first
 * @returns what is proved of each service when that counts, a line each
 * @throws where a report is refused, or the proof counts nothing of it
 */
export async function proveFromEvidence(
  aws: (region: string) => AwsClients,
  environments: readonly Environment[],
  services: readonly string[],
): Promise<string[]> {
  const name = environments[0]?.name ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'resilience-measured-'));
  try {
    const reports = join(folder, 'reports');
    for (const environment of environments) await fetchReports(aws, environment, reports);
    const root = copyOf(folder);
    const words = ['evidence', 'pull', '--env', name, '--from', reports, '--json'];
    const pulled = (await resultOf(root, words)) as Pulled;
    ok(pulled.reports > pulled.failed, 'no run that succeeded has left a report');
    const lines = services.map(async (service) => lineOf(root, name, service));
    return [
      `${pulled.reports} reports, of which ${pulled.failed} are of runs that failed and do not count`,
      ...(await Promise.all(lines)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Pulled {
  readonly reports: number;
  readonly failed: number;
}

async function fetchReports(
  aws: (region: string) => AwsClients,
  environment: Environment,
  into: string,
) {
  const { bucket, region } = evidenceBucket(environment);
  const { s3 } = aws(region);
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  for (const { Key = '' } of Contents) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    const path = join(into, Key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (await Body?.transformToByteArray()) ?? '');
  }
}

/** What the command line needs of a repository: it writes what was measured beside what is declared. */
function copyOf(folder: string): string {
  const root = join(folder, 'repository');
  for (const part of ['package.json', 'environments']) {
    cpSync(join(renderedRoot, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(programRoot, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const run = promisify(execFile);

/** What a command found, of the object that it prints for machines. */
async function resultOf(root: string, words: readonly string[]): Promise<unknown> {
  const { result } = JSON.parse(await resilience(root, words)) as { readonly result: unknown };
  return result;
}

/** @throws where the command fails; what it finds, such as an objective that is breached, is no failure */
async function resilience(root: string, words: readonly string[]): Promise<string> {
  const program = join(programRoot, 'apps/cli/bin/resilience.js');
  const { stdout } = await run(process.execPath, [program, ...words], {
    env: { ...process.env, RESILIENCE_REPOSITORY: root },
  }).catch((error: unknown) => {
    if (hasFindings(error)) return error;
    throw error;
  });
  return stdout;
}

const hasFindings = (error: unknown): error is { readonly stdout: string } =>
  error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error;

interface Proof {
  readonly verdict: string;
  /** In seconds. */
  readonly rto: { readonly worst?: number };
  readonly plan: readonly {
    readonly time: { readonly terms: readonly Term[] };
  }[];
}

interface Term {
  readonly name: string;
  readonly source: { readonly kind: string };
}

async function lineOf(root: string, environment: string, service: string): Promise<string> {
  const words = ['explain', service, '--env', environment, '--scenario', 'namespace-deletion'];
  const { proofs } = (await resultOf(root, [...words, '--json'])) as {
    readonly proofs: readonly Proof[];
  };
  deepEqual(proofs.length, 1);
  const [proof] = proofs;
  const terms = proof?.plan[0]?.time.terms ?? [];
  const measured = terms
    .filter(({ source }) => source.kind === 'measured')
    .map((term) => term.name);
  ok(measured.length > 0, `nothing of the proof of ${service} is measured`);
  const worst = inWords((proof?.rto.worst ?? Number.NaN) * 1_000);
  return `${service}: an RTO of ${worst} is ${proof?.verdict}, with ${measured.join(', ')} as measured`;
}
