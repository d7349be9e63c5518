import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Access, kubeconfigOf } from '../../apiserver/kubeconfig-of.ts';
import { startDaemon } from '../../daemon.ts';
import { goProgram } from '../../go-program.ts';
import { csiSnapshotter, snapshotController } from './programs.ts';

interface Run {
  readonly access: Access;
  /** Where the driver answers. */
  readonly driver: string;
}

/** Starts what makes snapshots of volumes when VolumeSnapshots ask for them. */
export function startSnapshotControllers({ access, driver }: Run): {
  readonly stop: () => Promise<void>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-snapshots-'));
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(access)), { mode: 0o600 });
  const start = (name: string, program: string, ...words: string[]) =>
    startDaemon({
      name,
      program,
      words: [`--kubeconfig=${kubeconfig}`, ...words],
      folder,
      log: join(folder, `${name}.log`),
    });
  const daemons = [
    start('the snapshot controller', goProgram(snapshotController)),
    start('the snapshotter', goProgram(csiSnapshotter), `--csi-address=${driver}`),
  ];
  return {
    stop: async () => {
      await Promise.all(daemons.map((daemon) => daemon.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
