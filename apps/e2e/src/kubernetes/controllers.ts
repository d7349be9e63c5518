import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ControlPlane } from '../apiserver/control-plane.ts';
import { kubeconfigOf } from '../apiserver/kubeconfig-of.ts';
import { assertRuns, startDaemon } from '../daemon.ts';
import { freePort } from '../free-port.ts';
import { goProgram } from '../go-program.ts';
import { waitUntil } from '../wait-until.ts';
import { kubeControllerManager, kubeScheduler } from './programs.ts';

export interface Controllers {
  readonly stop: () => Promise<void>;
}

/** Starts what makes of declarations what they declare, and waits until it has begun to. */
export async function startControllers(controlPlane: ControlPlane): Promise<Controllers> {
  const programs = {
    manager: goProgram(kubeControllerManager),
    scheduler: goProgram(kubeScheduler),
  };
  const folder = mkdtempSync(join(tmpdir(), 'resilience-controllers-'));
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(controlPlane.access)), { mode: 0o600 });
  const common = async (): Promise<string[]> => [
    `--kubeconfig=${kubeconfig}`,
    '--leader-elect=false',
    '--bind-address=127.0.0.1',
    `--secure-port=${await freePort()}`,
    '--kube-api-qps=100',
    '--kube-api-burst=200',
  ];
  const manager = startDaemon({
    name: 'the controller manager',
    program: programs.manager,
    words: [
      ...(await common()),
      `--service-account-private-key-file=${controlPlane.accountKey}`,
      // Its file holds the authority that the API server made for itself, too.
      `--root-ca-file=${controlPlane.certificate}`,
    ],
    folder,
    log: join(folder, 'manager.log'),
  });
  const scheduler = startDaemon({
    name: 'the scheduler',
    program: programs.scheduler,
    words: await common(),
    folder,
    log: join(folder, 'scheduler.log'),
  });
  const daemons = [manager, scheduler];
  const stop = async (): Promise<void> => {
    await Promise.all(daemons.map((daemon) => daemon.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const account = '/api/v1/namespaces/default/serviceaccounts/default';
  try {
    await waitUntil('controllers make service accounts', 60_000, async () => {
      daemons.forEach(assertRuns);
      return (await controlPlane.client.request('GET', account)).status === 200;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
