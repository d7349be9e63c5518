import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Access, kubeconfigOf } from '../apiserver/kubeconfig-of.ts';
import { freePort } from '../free-port.ts';
import { goProgram } from '../go-program.ts';
import { kubeStateMetrics } from '../kubernetes/programs.ts';
import type { Target } from '../prometheus/start-prometheus.ts';
import { removeFolder } from '../remove-folder.ts';
import { waitUntil } from '../wait-until.ts';
import type { RenderedExporter } from './rendered-exporter.ts';

export interface Exporter {
  readonly target: Target;
  readonly scrape: () => Promise<string>;
  readonly log: () => string;
  readonly stop: () => void;
}

/** What Prometheus asks for before all else; plain text knows neither infos nor state sets. */
const accept = 'application/openmetrics-text;version=1.0.0';

/** Runs the exporter with what is rendered, but on ports that are free and in a folder of its own. */
export async function startExporter(
  { args, folder, files, droppedLabels }: RenderedExporter,
  access: Access,
): Promise<Exporter> {
  const root = mkdtempSync(join(tmpdir(), 'resilience-metrics-'));
  mkdirSync(join(root, folder), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, folder, file), text);
  const kubeconfig = join(root, 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(access)), { mode: 0o600 });
  const [port, telemetry] = [await freePort(), await freePort()];
  const log = join(root, 'log');
  const output = openSync(log, 'a');
  const words = [
    ...args.map((word) => word.replace(`=${folder}`, `=${join(root, folder)}`)),
    `--kubeconfig=${kubeconfig}`,
    '--host=127.0.0.1',
    `--port=${port}`,
    `--telemetry-port=${telemetry}`,
  ];
  const child = spawn(goProgram(kubeStateMetrics), words, {
    stdio: ['ignore', output, output],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.on('exit', kill);
  const address = `127.0.0.1:${port}`;
  const exporter: Exporter = {
    target: { address, path: '/metrics', droppedLabels },
    scrape: async () => (await fetch(`http://${address}/metrics`, { headers: { accept } })).text(),
    log: () => readFileSync(log, 'utf8'),
    stop: () => {
      kill();
      process.off('exit', kill);
      removeFolder(root);
    },
  };
  await waitUntil('the exporter answers', 60_000, async () => {
    if (child.exitCode !== null) throw new Error(`the exporter ended:\n${exporter.log()}`);
    return exporter.scrape().then(
      () => true,
      () => false,
    );
  });
  return exporter;
}
