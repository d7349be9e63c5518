import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from '../free-port.ts';
import { waitUntil } from '../wait-until.ts';

export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A real Alertmanager on loopback. */
export interface Alertmanager {
  /** All at once, as Prometheus does. */
  fire(alerts: readonly Alert[]): Promise<void>;
  resolve(alerts: readonly Alert[]): Promise<void>;
  stop(): void;
}

/**
 * @param program its path
 * @param folder where it keeps its state, its log and the configuration `alertmanager.yaml`
 */
export async function startAlertmanager(program: string, folder: string): Promise<Alertmanager> {
  const address = `127.0.0.1:${await freePort()}`;
  const log = join(folder, 'alertmanager.log');
  const output = openSync(log, 'a');
  const server = spawn(
    program,
    [
      `--config.file=${join(folder, 'alertmanager.yaml')}`,
      `--storage.path=${join(folder, 'state')}`,
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
    ],
    { stdio: ['ignore', output, output] },
  );
  const stop = (): void => {
    server.kill('SIGKILL');
    process.off('exit', stop);
  };
  process.on('exit', stop);
  await waitUntil(`Alertmanager answers on ${address}`, 30_000, async () => {
    if (server.exitCode !== null) throw new Error(readFileSync(log, 'utf8'));
    return isUp(`http://${address}/-/ready`);
  });
  const post = async (alerts: readonly object[]): Promise<void> => {
    const answer = await fetch(`http://${address}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  };
  return {
    fire: (alerts) => post(alerts),
    resolve: (alerts) => {
      const endsAt = new Date().toISOString();
      return post(alerts.map((alert) => ({ ...alert, endsAt })));
    },
    stop,
  };
}

async function isUp(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
