import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { assertRuns, type Daemon, startDaemon } from '../daemon.ts';
import { freePort } from '../free-port.ts';
import { goProgram } from '../go-program.ts';
import { etcd, kubeApiserver } from '../kubernetes/programs.ts';
import { waitUntil } from '../wait-until.ts';
import { Client } from './client.ts';
import type { Access } from './kubeconfig-of.ts';

/** An etcd and an API server of their own. */
export interface ControlPlane {
  readonly client: Client;
  readonly url: string;
  /** The administrator's, and that of the node. */
  readonly access: Access;
  readonly nodeAccess: Access;
  /** Files: what service accounts' tokens are signed with, and what the API server shows. */
  readonly accountKey: string;
  readonly certificate: string;
  /** Speaks for whom a token names, without the administrator's rights. */
  readonly withToken: (token: string) => Client;
  /** Kills the API server, and starts another on the same etcd. */
  readonly restartApiserver: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Options {
  /** Where the API server listens: loopback, and a port that is free, unless pods have to reach it. */
  readonly address?: string;
  readonly port?: number;
  /** Whether controllers will run that make the accounts which pods are admitted with. */
  readonly hasControllers?: boolean;
}

/** The name of the only node. */
export const nodeName = 'e2e';

/** Starts both and waits until the API server is ready. */
export async function startControlPlane(options: Options = {}): Promise<ControlPlane> {
  const programs = { etcd: goProgram(etcd), apiserver: goProgram(kubeApiserver) };
  const folder = mkdtempSync(join(tmpdir(), 'resilience-apiserver-'));
  const { address = '127.0.0.1', port = await freePort(), hasControllers = false } = options;
  const [token, nodeToken] = [randomToken(), randomToken()];
  writeFileSync(join(folder, 'tokens.csv'), tokensFile(token, nodeToken));
  const accountKey = join(folder, 'service-accounts.pem');
  writeFileSync(accountKey, signingKey(), { mode: 0o600 });
  const [clients, peers] = [await freePort(), await freePort()];
  const store = startEtcd(programs.etcd, folder, { clients, peers });
  const words = serverWords({ folder, accountKey, clients, address, port });
  // Without controllers nobody makes the accounts which it asks for.
  if (!hasControllers) words.push('--disable-admission-plugins=ServiceAccount');
  const log = join(folder, 'apiserver.log');
  const startServer = (): Daemon =>
    startDaemon({ name: 'the API server', program: programs.apiserver, words, folder, log });
  let server = startServer();
  const certificate = join(folder, 'certificates/apiserver.crt');
  const withToken = (bearer: string): Client =>
    new Client({
      host: address,
      port,
      token: bearer,
      ca: () => readFileSync(certificate, 'utf8'),
    });
  const client = withToken(token);
  const ready = (): Promise<true> =>
    waitUntil('the API server is ready', 120_000, () => isReady(client, [store, server]));
  const stop = async (): Promise<void> => {
    await Promise.all([store.stop(), server.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  const restartApiserver = async (): Promise<void> => {
    await server.stop();
    server = startServer();
    await ready();
  };
  const url = `https://${address}:${port}`;
  return {
    client,
    url,
    access: { url, isTrusted: true, token },
    nodeAccess: { url, isTrusted: true, token: nodeToken },
    accountKey,
    certificate,
    withToken,
    restartApiserver,
    stop,
  };
}

const randomToken = (): string => randomBytes(16).toString('hex');

const tokensFile = (administrator: string, node: string): string =>
  `${administrator},administrator,1,system:masters\n${node},system:node:${nodeName},2,system:nodes\n`;

/** What the API server signs the tokens of service accounts with. */
const signingKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

interface EtcdPorts {
  readonly clients: number;
  readonly peers: number;
}

const startEtcd = (program: string, folder: string, { clients, peers }: EtcdPorts): Daemon =>
  startDaemon({
    name: 'etcd',
    program,
    words: [
      `--data-dir=${join(folder, 'etcd')}`,
      '--unsafe-no-fsync',
      `--listen-client-urls=http://127.0.0.1:${clients}`,
      `--advertise-client-urls=http://127.0.0.1:${clients}`,
      `--listen-peer-urls=http://127.0.0.1:${peers}`,
    ],
    folder,
    log: join(folder, 'etcd.log'),
  });

interface Server {
  readonly folder: string;
  readonly accountKey: string;
  readonly clients: number;
  readonly address: string;
  readonly port: number;
}

const serverWords = ({ folder, accountKey, clients, address, port }: Server): string[] => [
  `--etcd-servers=http://127.0.0.1:${clients}`,
  `--bind-address=${address}`,
  `--secure-port=${port}`,
  `--cert-dir=${join(folder, 'certificates')}`,
  `--token-auth-file=${join(folder, 'tokens.csv')}`,
  '--authorization-mode=Node,RBAC',
  '--service-cluster-ip-range=10.96.0.0/16',
  '--endpoint-reconciler-type=none',
  '--service-account-issuer=https://kubernetes.default.svc',
  `--service-account-key-file=${accountKey}`,
  `--service-account-signing-key-file=${accountKey}`,
  '--allow-privileged=true',
  // The name of a node is in no DNS.
  '--kubelet-preferred-address-types=InternalIP',
];

async function isReady(client: Client, daemons: readonly Daemon[]): Promise<boolean> {
  daemons.forEach(assertRuns);
  try {
    return (await client.request('GET', '/readyz')).status === 200;
  } catch {
    return false;
  }
}
