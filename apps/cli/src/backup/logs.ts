import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import type { ClusterFlags } from '../kubernetes/cluster-flags.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { backupOf } from '../velero/backup.ts';
import { download } from '../velero/download.ts';
import { mountedLocation } from '../velero/mounted-location.ts';
import type { Verbatim } from '../verbatim.ts';

export interface BackupLog {
  readonly backup: string;
  readonly lines: readonly string[];
}

/** Does what `resilience backup logs` promises. */
export const backupLogs = (backup: string, flags: ClusterFlags): Promise<Verbatim<BackupLog>> =>
  inEnvironment(flags, async (environment) => {
    const kubectl = kubectlOf(flags.context);
    await mountedLocation(kubectl, environment);
    // Velero never answers a request for one that it does not know.
    await backupOf(kubectl, backup);
    const log = await download(kubectl, { kind: 'BackupLog', backup });
    const lines = log.split('\n').filter((line) => line !== '');
    return { code: exitCode.fine, result: { backup, lines }, text: () => log, verbatim: true };
  });
