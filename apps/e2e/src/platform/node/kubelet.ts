import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ControlPlane } from '../../apiserver/control-plane.ts';
import { nodeName } from '../../apiserver/control-plane.ts';
import { kubeconfigOf } from '../../apiserver/kubeconfig-of.ts';
import { assertRuns, type Daemon, startDaemon } from '../../daemon.ts';
import { freePort } from '../../free-port.ts';
import { goProgram } from '../../go-program.ts';
import { kubelet } from '../../kubernetes/programs.ts';
import { waitUntil } from '../../wait-until.ts';
import { addresses } from './addresses.ts';
import { controlGroup } from './control-group.ts';

interface Place {
  readonly folder: string;
  /** The kubelet's own, in which volumes of pods are mounted. */
  readonly root: string;
  readonly containerdSocket: string;
}

/** Starts the kubelet of the only node, and waits until the node is ready. */
export async function startKubelet(
  controlPlane: ControlPlane,
  { folder, root, containerdSocket }: Place,
): Promise<Daemon> {
  const { client, nodeAccess } = controlPlane;
  mkdirSync(folder, { recursive: true });
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(nodeAccess)), { mode: 0o600 });
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(await configuration(folder, containerdSocket)));
  const daemon = startDaemon({
    name: 'the kubelet',
    program: goProgram(kubelet),
    words: [
      `--config=${config}`,
      `--kubeconfig=${kubeconfig}`,
      `--root-dir=${root}`,
      `--cert-dir=${join(folder, 'certificates')}`,
      `--hostname-override=${nodeName}`,
      `--node-ip=${addresses.machine}`,
    ],
    folder,
    log: join(folder, 'kubelet.log'),
  });
  await waitUntil('the node is ready', 120_000, async () => {
    assertRuns(daemon);
    const { status, body } = await client.request('GET', `/api/v1/nodes/${nodeName}`);
    return status === 200 && isReady(body as Node);
  });
  return daemon;
}

interface Node {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

const isReady = ({ status }: Node): boolean =>
  status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;

/** It answers on the bridge alone, where only pods and this machine are. */
const configuration = async (folder: string, socket: string): Promise<object> => ({
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  kind: 'KubeletConfiguration',
  address: addresses.machine,
  port: await freePort(),
  healthzPort: 0,
  authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
  authorization: { mode: 'AlwaysAllow' },
  containerRuntimeEndpoint: `unix://${socket}`,
  cgroupDriver: 'cgroupfs',
  cgroupRoot: controlGroup,
  failCgroupV1: false,
  failSwapOn: false,
  oomScoreAdj: 0,
  makeIPTablesUtilChains: false,
  podLogsDir: join(folder, 'logs'),
  staticPodPath: '',
  maxPods: 200,
  registerNode: true,
  // Every change to a pod is acted on at once, and told soon.
  syncFrequency: '5s',
  nodeStatusUpdateFrequency: '2s',
  volumePluginDir: join(folder, 'volume-plugins'),
  evictionHard: { 'memory.available': '100Mi' },
  imageGCHighThresholdPercent: 100,
  clusterDomain: 'cluster.local',
  resolvConf: '/etc/resolv.conf',
});
