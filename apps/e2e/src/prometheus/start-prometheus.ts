import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../free-port.ts';
import { removeFolder } from '../remove-folder.ts';
import { waitUntil } from '../wait-until.ts';

/** A series as Prometheus answers with it. */
type Series = Readonly<{ metric: Readonly<Record<string, string>> }>;

/** A Prometheus on loopback. */
export interface Prometheus {
  /** @throws what Prometheus says against the query */
  ask(path: 'query' | 'query_range', parameters: Record<string, string>): Promise<Series[]>;
  /** The alerts that fire or wait to. */
  alerts(): Promise<ActiveAlert[]>;
  readonly stop: () => void;
}

export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
  /** RFC 3339. */
  readonly activeAt: string;
  /** What its expression answers, as a number. */
  readonly value: string;
}

/** Where metrics are told. */
export interface Target {
  /** As `host:port`. */
  readonly address: string;
  readonly path: string;
  /** Labels that are dropped, as a regular expression. */
  readonly droppedLabels?: RegExp;
}

export interface PrometheusOptions {
  readonly program: string;
  /** By the names of their jobs. */
  readonly targets: Readonly<Record<string, Target>>;
  /** A file of rules. */
  readonly rules: object;
  /** Seconds between two scrapes, and between two looks at the rules; 1 where it is left out. */
  readonly interval?: number;
}

/** Starts Prometheus, and waits until it answers. */
export async function startPrometheus(options: PrometheusOptions): Promise<Prometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-prometheus-'));
  const address = `127.0.0.1:${await freePort()}`;
  const log = join(folder, 'log');
  // Prometheus reads YAML, of which JSON is a part.
  writeFileSync(join(folder, 'rules.yml'), JSON.stringify(options.rules));
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(configuration(options)));
  const output = openSync(log, 'a');
  const server = spawn(
    options.program,
    [`--web.listen-address=${address}`, '--config.file=prometheus.yml', '--storage.tsdb.path=data'],
    { cwd: folder, stdio: ['ignore', output, output] },
  );
  const stop = (): void => {
    server.kill('SIGKILL');
    process.off('exit', stop);
    removeFolder(folder);
  };
  process.on('exit', stop);
  await waitUntil('Prometheus is ready', 60_000, async () => {
    if (server.exitCode !== null) throw new Error(readFileSync(log, 'utf8'));
    return isUp(`http://${address}/-/ready`);
  });
  const api = `http://${address}/api/v1`;
  return {
    ask: (path, parameters) => ask(`${api}/${path}`, parameters),
    alerts: () => activeAlerts(`${api}/alerts`),
    stop,
  };
}

const configuration = ({ targets, interval = 1 }: PrometheusOptions) => ({
  global: { scrape_interval: `${interval}s`, evaluation_interval: `${interval}s` },
  rule_files: ['rules.yml'],
  scrape_configs: Object.entries(targets).map(([job, { address, path, droppedLabels }]) => ({
    job_name: job,
    honor_labels: true,
    metrics_path: path,
    static_configs: [{ targets: [address] }],
    ...(droppedLabels && {
      metric_relabel_configs: [{ action: 'labeldrop', regex: droppedLabels.source }],
    }),
  })),
});

async function isUp(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

type Answer =
  | { readonly status: 'success'; readonly data: { readonly result: Series[] } }
  | { readonly status: 'error'; readonly error: string };

async function ask(address: string, parameters: Record<string, string>): Promise<Series[]> {
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(parameters),
  });
  const answer = (await response.json()) as Answer;
  if (answer.status === 'error') throw new Error(answer.error);
  return answer.data.result;
}

async function activeAlerts(address: string): Promise<ActiveAlert[]> {
  const answer = (await (await fetch(address)).json()) as {
    readonly data: { readonly alerts: ActiveAlert[] };
  };
  return answer.data.alerts;
}
