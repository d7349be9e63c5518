import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ControlPlane } from '../../apiserver/control-plane.ts';
import type { Daemon } from '../../daemon.ts';
import { debianPackages } from '../../debian-packages.ts';
import { processesWith } from '../../processes.ts';
import { waitUntil } from '../../wait-until.ts';
import { makeBridge, removeBridge } from './bridge.ts';
import { type Containerd, startContainerd } from './containerd.ts';
import { killControlGroup, makeControlGroup, removeControlGroup } from './control-group.ts';
import { startKubelet } from './kubelet.ts';
import { shareMounts, unmountBelow } from './mounts.ts';

/** A real node: pods run in containers of their own, with networks and volumes. */
export interface Node {
  /** The kubelet's folder. */
  readonly root: string;
  readonly importImage: Containerd['importImage'];
  /** Lets the node be part of a cluster. */
  readonly join: (controlPlane: ControlPlane) => Promise<void>;
  /** Ends every pod and forgets the cluster, as when a machine is taken away. */
  readonly leave: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Always the same, so that a run can clean up after one that was killed. */
const folder = join(tmpdir(), 'resilience-node');
const root = join(folder, 'kubelet');

/** Makes the network, and starts containerd. */
export async function startNode(): Promise<Node> {
  const found = debianPackages('containerd', 'runc', 'containernetworking-plugins');
  if ('missing' in found) throw new Error(found.missing);
  await cleanUp();
  mkdirSync(root, { recursive: true });
  makeBridge();
  makeControlGroup();
  shareMounts(root);
  const containerd = await startContainerd(found.folder, join(folder, 'containerd'));
  let kubelet: Daemon | undefined;
  const leave = async (): Promise<void> => {
    await kubelet?.stop();
    kubelet = undefined;
    killControlGroup();
    unmountBelow(join(root, 'pods'));
    rmSync(join(root, 'pods'), { recursive: true, force: true });
  };
  return {
    root,
    importImage: containerd.importImage,
    join: async (controlPlane) => {
      const place = { folder: join(folder, 'node'), root, containerdSocket: containerd.socket };
      kubelet = await startKubelet(controlPlane, place);
    },
    leave,
    stop: async () => {
      await leave();
      await containerd.stop();
      await cleanUp();
    },
  };
}

/** Leaves nothing of a node: no process, mount, bridge, group or file. */
async function cleanUp(): Promise<void> {
  killControlGroup();
  for (const id of processesOfContainerd()) process.kill(id, 'SIGKILL');
  await waitUntil('every process of the node has ended', 30_000, async () => {
    killControlGroup();
    return processesOfContainerd().length === 0 && removeControlGroup();
  });
  unmountBelow(folder);
  removeBridge();
  rmSync(folder, { recursive: true, force: true });
}

/** What stands between containerd and its containers outlives it, and names its socket. */
const processesOfContainerd = (): number[] =>
  processesWith((words) => words.includes(join(folder, 'containerd/containerd.sock')));
