import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from '../free-port.ts';
import { waitUntil } from '../wait-until.ts';

/** An AWS account that moto plays. */
export interface Moto {
  readonly account: string;
  readonly endpoint: string;
  stop(): void;
}

/**
 * Starts moto's server for one account and waits until it answers.
 *
 * @param programs the folder of moto's programs
 * @param log where it writes what it does
 * @param address where it listens
 */
export async function startMoto(
  programs: string,
  account: string,
  log: string,
  address = '127.0.0.1',
): Promise<Moto> {
  const port = await freePort(address);
  const endpoint = `http://${address}:${port}`;
  const output = openSync(log, 'a');
  const server = spawn(join(programs, 'moto_server'), ['-H', address, '-p', String(port)], {
    env: { ...process.env, MOTO_ACCOUNT_ID: account, MOTO_EC2_LOAD_DEFAULT_AMIS: 'false' },
    stdio: ['ignore', output, output],
  });
  const stop = (): void => {
    server.kill('SIGKILL');
    process.off('exit', stop);
  };
  process.on('exit', stop);
  await waitUntil(`moto answers on ${endpoint}`, 60_000, async () => {
    if (server.exitCode !== null) throw new Error(`moto ended with ${server.exitCode}: see ${log}`);
    return isUp(endpoint);
  });
  return { account, endpoint, stop };
}

async function isUp(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/moto-api/data.json`)).ok;
  } catch {
    return false;
  }
}
