import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assertRuns, type Daemon, startDaemon } from '../../daemon.ts';
import { runProgram } from '../../run-program.ts';
import { waitUntil } from '../../wait-until.ts';
import { addresses } from './addresses.ts';

export interface Containerd {
  readonly socket: string;
  /** Takes in an image, as an archive of the form that docker saves. */
  readonly importImage: (archive: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The image that holds a pod's namespaces open. */
export const pauseImage = 'registry.k8s.io/pause:3.6';

/**
 * Starts containerd in folders of its own.
 *
 * @param programs where Debian's packages of it, of runc and of the network plugins are unpacked
 */
export async function startContainerd(programs: string, folder: string): Promise<Containerd> {
  mkdirSync(join(folder, 'net.d'), { recursive: true });
  writeFileSync(join(folder, 'net.d/10-bridge.conflist'), JSON.stringify(network(folder)));
  const socket = join(folder, 'containerd.sock');
  const file = join(folder, 'containerd.toml');
  writeFileSync(file, settings({ programs, folder, socket }));
  const variables = {
    PATH: `${programs}/usr/bin:${programs}/usr/sbin:${process.env['PATH']}`,
    LD_LIBRARY_PATH: `${programs}/usr/lib/x86_64-linux-gnu:${programs}/lib/x86_64-linux-gnu`,
  };
  const daemon: Daemon = startDaemon({
    name: 'containerd',
    program: join(programs, 'usr/bin/containerd'),
    words: ['--config', file],
    folder,
    log: join(folder, 'containerd.log'),
    variables,
  });
  const ctr = (...words: string[]): Promise<string> =>
    runProgram(
      join(programs, 'usr/bin/ctr'),
      ['--address', socket, '--namespace', 'k8s.io', ...words],
      { variables },
    );
  await waitUntil('containerd answers', 60_000, () => {
    assertRuns(daemon);
    return ctr('version').then(
      () => true,
      () => false,
    );
  });
  return {
    socket,
    importImage: async (archive) => void (await ctr('images', 'import', archive)),
    stop: () => daemon.stop(),
  };
}

interface Settings {
  readonly programs: string;
  readonly folder: string;
  readonly socket: string;
}

/** Nobody here may lower the score by which the kernel chooses what it ends for want of memory. */
const settings = ({ programs, folder, socket }: Settings): string => `
version = 2
root = "${folder}/root"
state = "${folder}/state"
oom_score = 0
disabled_plugins = ["io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.devmapper"]
[grpc]
  address = "${socket}"
[plugins."io.containerd.internal.v1.opt"]
  path = "${folder}/opt"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${pauseImage}"
  restrict_oom_score_adj = true
  disable_apparmor = true
  netns_mounts_under_state_dir = true
  stream_server_address = "127.0.0.1"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "${programs}/usr/lib/cni"
    conf_dir = "${folder}/net.d"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
        BinaryName = "${programs}/usr/sbin/runc"
`;

/** Pods reach each other and this machine, and nothing else. */
const network = (folder: string): object => ({
  cniVersion: '0.4.0',
  name: 'resilience',
  plugins: [
    {
      type: 'bridge',
      bridge: addresses.bridge,
      isGateway: true,
      ipMasq: false,
      ipam: {
        type: 'host-local',
        dataDir: join(folder, 'addresses'),
        ranges: [[{ subnet: addresses.pods, gateway: addresses.machine }]],
        routes: [{ dst: '0.0.0.0/0' }],
      },
    },
  ],
});
