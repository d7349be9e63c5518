import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Access, kubeconfigOf } from '../apiserver/kubeconfig-of.ts';
import type { Credentials } from '../aws/clients.ts';
import { assertRuns, startDaemon } from '../daemon.ts';
import { freePort } from '../free-port.ts';
import { goProgram } from '../go-program.ts';
import { waitUntil } from '../wait-until.ts';
import { awsVariables } from './overlay.ts';
import { awsPluginProgram, veleroProgram } from './programs.ts';

export interface Velero {
  readonly pid: number;
  /** In milliseconds. */
  readonly startedAt: number;
  readonly scrape: () => Promise<string>;
  readonly log: () => string;
  readonly isRunning: () => boolean;
  /** @throws with what it said last, if it has ended */
  readonly assertRuns: () => void;
  readonly stop: () => Promise<void>;
}

interface Run {
  readonly access: Access;
  /** Those of the rendered container. */
  readonly args: readonly string[];
  /** Where the AWS API is, and the region that it plays. */
  readonly endpoint: string;
  readonly region: string;
}

/**
 * Runs Velero's server with its AWS plugin as a process of this machine, until it answers.
 *
 * @param credentials whom AWS knows it as
 */
export async function startVelero(
  { access, args, endpoint, region }: Run,
  credentials: Credentials,
): Promise<Velero> {
  const root = mkdtempSync(join(tmpdir(), 'resilience-velero-'));
  const plugins = join(root, 'plugins');
  mkdirSync(plugins);
  symlinkSync(goProgram(awsPluginProgram), join(plugins, awsPluginProgram.name));
  const kubeconfig = join(root, 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(access)), { mode: 0o600 });
  const [metrics, profiler] = [await freePort(), await freePort()];
  const startedAt = Date.now();
  const daemon = startDaemon({
    name: 'Velero',
    program: goProgram(veleroProgram),
    words: [
      ...args,
      `--kubeconfig=${kubeconfig}`,
      '--namespace=velero',
      `--plugin-dir=${plugins}`,
      `--metrics-address=127.0.0.1:${metrics}`,
      `--profiler-address=127.0.0.1:${profiler}`,
    ],
    folder: root,
    log: join(root, 'log'),
    variables: {
      PATH: process.env['PATH'],
      HOME: root,
      TMPDIR: root,
      VELERO_SCRATCH_DIR: root,
      VELERO_NAMESPACE: 'velero',
      AWS_REGION: region,
      ...awsVariables(endpoint, credentials),
    },
  });
  const scrape = async (): Promise<string> =>
    (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
  await waitUntil('Velero answers', 120_000, async () => {
    assertRuns(daemon);
    return scrape().then(
      () => true,
      () => false,
    );
  });
  return {
    pid: daemon.pid,
    startedAt,
    scrape,
    log: daemon.log,
    isRunning: () => !daemon.hasEnded(),
    assertRuns: () => assertRuns(daemon),
    stop: async () => {
      await daemon.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
