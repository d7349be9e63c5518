import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Access, kubeconfigOf } from '../apiserver/kubeconfig-of.ts';
import { freePort } from '../free-port.ts';
import { goProgram } from '../go-program.ts';
import { waitUntil } from '../wait-until.ts';
import { awsPluginProgram, veleroProgram } from './programs.ts';

export interface Velero {
  readonly scrape: () => Promise<string>;
  readonly log: () => string;
  readonly stop: () => void;
}

interface Run {
  readonly access: Access;
  /** Those of the rendered container. */
  readonly args: readonly string[];
  /** Where the AWS API is, and the region that it plays. */
  readonly endpoint: string;
  readonly region: string;
}

/** Runs Velero's server with its AWS plugin as a process of this machine, until it answers. */
export async function startVelero({ access, args, endpoint, region }: Run): Promise<Velero> {
  const root = mkdtempSync(join(tmpdir(), 'resilience-velero-'));
  const plugins = join(root, 'plugins');
  mkdirSync(plugins);
  symlinkSync(goProgram(awsPluginProgram), join(plugins, awsPluginProgram.name));
  const kubeconfig = join(root, 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(access)), { mode: 0o600 });
  const [metrics, profiler] = [await freePort(), await freePort()];
  const log = join(root, 'log');
  const output = openSync(log, 'a');
  const words = [
    ...args,
    `--kubeconfig=${kubeconfig}`,
    '--namespace=velero',
    `--plugin-dir=${plugins}`,
    `--metrics-address=127.0.0.1:${metrics}`,
    `--profiler-address=127.0.0.1:${profiler}`,
  ];
  const child = spawn(goProgram(veleroProgram), words, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: root,
      TMPDIR: root,
      VELERO_SCRATCH_DIR: root,
      VELERO_NAMESPACE: 'velero',
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    stdio: ['ignore', output, output],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.on('exit', kill);
  const velero: Velero = {
    scrape: async () => (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text(),
    log: () => readFileSync(log, 'utf8'),
    stop: () => {
      kill();
      process.off('exit', kill);
      rmSync(root, { recursive: true, force: true });
    },
  };
  await waitUntil('Velero answers', 120_000, async () => {
    if (child.exitCode !== null) throw new Error(`Velero ended:\n${velero.log().slice(-4_000)}`);
    return velero.scrape().then(
      () => true,
      () => false,
    );
  });
  return velero;
}
