import type { BackupFlags } from '../commands/backup.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { backupOf } from '../velero/backup.ts';
import { download } from '../velero/download.ts';
import { mountedLocation } from '../velero/mounted-location.ts';

/** Does what `resilience backup logs` promises. */
export const backupLogs = (backup: string, flags: BackupFlags): Promise<ExitCode> =>
  inEnvironment(flags, async (environment) => {
    const kubectl = kubectlOf(flags.context);
    await mountedLocation(kubectl, environment);
    // Velero never answers a request for one that it does not know.
    await backupOf(kubectl, backup);
    const log = await download(kubectl, { kind: 'BackupLog', backup });
    const lines = log.split('\n').filter((line) => line !== '');
    process.stdout.write(flags.json === true ? `${JSON.stringify({ backup, lines })}\n` : log);
    return exitCode.fine;
  });
