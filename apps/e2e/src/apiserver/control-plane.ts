import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../free-port.ts';
import { goProgram } from '../go-program.ts';
import { etcd, kubeApiserver } from '../kubernetes/programs.ts';
import { waitUntil } from '../wait-until.ts';
import { Client } from './client.ts';

/** An etcd and an API server of their own, on loopback. */
export interface ControlPlane {
  readonly client: Client;
  readonly url: string;
  /** Speaks for whom a token names, without the administrator's rights. */
  readonly withToken: (token: string) => Client;
  readonly stop: () => Promise<void>;
}

const administrator = 'administrator';

/** Starts both and waits until the API server is ready. */
export async function startControlPlane(): Promise<ControlPlane> {
  const programs = { etcd: goProgram(etcd), apiserver: goProgram(kubeApiserver) };
  const folder = mkdtempSync(join(tmpdir(), 'resilience-apiserver-'));
  const [clients, peers, port] = [await freePort(), await freePort(), await freePort()];
  const token = randomBytes(16).toString('hex');
  writeFileSync(join(folder, 'tokens.csv'), `${token},${administrator},1,system:masters\n`);
  const key = join(folder, 'service-accounts.pem');
  writeFileSync(key, signingKey(), { mode: 0o600 });
  const processes = [
    start(programs.etcd, folder, [
      `--data-dir=${join(folder, 'etcd')}`,
      '--unsafe-no-fsync',
      `--listen-client-urls=http://127.0.0.1:${clients}`,
      `--advertise-client-urls=http://127.0.0.1:${clients}`,
      `--listen-peer-urls=http://127.0.0.1:${peers}`,
    ]),
    start(programs.apiserver, folder, [
      `--etcd-servers=http://127.0.0.1:${clients}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${join(folder, 'certificates')}`,
      `--token-auth-file=${join(folder, 'tokens.csv')}`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.96.0.0/16',
      '--endpoint-reconciler-type=none',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      '--allow-privileged=true',
      // No controllers run here that would make the accounts which it asks for.
      '--disable-admission-plugins=ServiceAccount',
    ]),
  ];
  const kill = (): void => processes.forEach((process) => process.kill('SIGKILL'));
  process.on('exit', kill);
  const stop = async (): Promise<void> => {
    kill();
    await Promise.all(processes.map(ended));
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  const certificate = join(folder, 'certificates/apiserver.crt');
  const withToken = (bearer: string): Client =>
    new Client({
      host: '127.0.0.1',
      port,
      token: bearer,
      ca: () => readFileSync(certificate, 'utf8'),
    });
  const client = withToken(token);
  try {
    await waitUntil('the API server is ready', 120_000, () => isReady(client, processes, folder));
  } catch (error) {
    await stop();
    throw error;
  }
  return { client, url: `https://127.0.0.1:${port}`, withToken, stop };
}

/** What the API server signs the tokens of service accounts with. */
const signingKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

function start(program: string, folder: string, words: readonly string[]): ChildProcess {
  const log = openSync(logOf(folder), 'a');
  return spawn(program, words, { cwd: folder, stdio: ['ignore', log, log] });
}

const logOf = (folder: string): string => join(folder, 'log');

const ended = (process: ChildProcess): Promise<unknown> =>
  process.exitCode === null && process.signalCode === null
    ? new Promise((resolve) => process.once('exit', resolve))
    : Promise.resolve();

async function isReady(
  client: Client,
  processes: readonly ChildProcess[],
  folder: string,
): Promise<boolean> {
  if (processes.some(({ exitCode }) => exitCode !== null)) {
    const lines = readFileSync(logOf(folder), 'utf8').trimEnd().split('\n');
    throw new Error(`the control plane ended:\n${lines.slice(-20).join('\n')}`);
  }
  try {
    return (await client.request('GET', '/readyz')).status === 200;
  } catch {
    return false;
  }
}
