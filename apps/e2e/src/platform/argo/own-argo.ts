import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Manifest } from '../../apiserver/client.ts';
import { assertRuns, startDaemon } from '../../daemon.ts';
import { freePort } from '../../free-port.ts';
import { waitUntil } from '../../wait-until.ts';
import type { Argo, ArgoRun } from './argo.ts';
import { ask, isWell, runsPath } from './ask.ts';
import { type ArgoPrograms, executorName } from './programs.ts';
import type { StartArgo } from './runbooks.ts';

/** Argo that there is for a cluster. */
export interface AvailableArgo {
  readonly start: StartArgo;
  /** How it differs from Argo as it is, a line each. */
  readonly differences: readonly string[];
}

/** Argo that is started by programs of this machine. */
export const ownArgo = (programs: ArgoPrograms): AvailableArgo => ({
  start: (run) => startArgo(programs, run),
  differences: ['Argo looks every second how a restore is getting on, and not every five'],
});

/** Starts controller and server as processes of this machine, and waits until the server answers. */
async function startArgo(
  programs: ArgoPrograms,
  { client, kubeconfig, namespace }: ArgoRun,
): Promise<Argo> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-argo-'));
  const [port, metrics] = [await freePort(), await freePort()];
  await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  await client.apply(settings(namespace, metrics));
  const controller = startDaemon({
    name: 'the workflow controller',
    program: programs.controller,
    words: [
      `--kubeconfig=${kubeconfig}`,
      `--namespace=${namespace}`,
      `--executor-image=${executorName}`,
      '--executor-image-pull-policy=IfNotPresent',
    ],
    folder,
    log: join(folder, 'controller.log'),
    variables: {
      PATH: process.env['PATH'],
      HOME: folder,
      LEADER_ELECTION_DISABLE: 'true',
      DEFAULT_REQUEUE_TIME: '200ms',
    },
  });
  const server = startDaemon({
    name: 'the Argo server',
    program: programs.server,
    words: [
      'server',
      `--kubeconfig=${kubeconfig}`,
      `--namespace=${namespace}`,
      '--auth-mode=server',
      '--secure=false',
      `--port=${port}`,
    ],
    folder,
    log: join(folder, 'server.log'),
    variables: { PATH: process.env['PATH'], HOME: folder },
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil('the Argo server answers', 60_000, () => {
    [controller, server].forEach(assertRuns);
    return isWell(`${url}${runsPath}?listOptions.limit=1`);
  });
  return {
    url,
    scrape: async () => (await ask(`https://127.0.0.1:${metrics}/metrics`)).text,
    stop: async () => {
      await Promise.all([controller.stop(), server.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param port where the controller publishes metrics */
const settings = (namespace: string, port: number): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'workflow-controller-configmap', namespace },
  data: {
    metricsConfig: JSON.stringify({ enabled: true, path: '/metrics', port }),
    executor: JSON.stringify({ env: [{ name: 'RESOURCE_STATE_CHECK_INTERVAL', value: '1s' }] }),
  },
});
