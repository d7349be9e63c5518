import type { BackupFlags } from '../commands/backup.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { type Backup, backupOf } from '../velero/backup.ts';
import { mountedLocation } from '../velero/mounted-location.ts';
import { type Movement, movementsOf } from '../velero/movements.ts';
import { servables } from '../velero/servable.ts';
import { type VolumeResults, volumeResults } from '../velero/volume-results.ts';
import { formatDescribed } from './format-described.ts';

/** All that is told of one backup. */
export interface Described {
  readonly backup: Backup;
  readonly services: readonly {
    readonly service: string;
    /** Why it cannot be restored from this backup; null where it can. */
    readonly refusal: string | null;
  }[];
  readonly volumes: VolumeResults;
  readonly movements: readonly Movement[];
}

/** Does what `resilience backup describe` promises. */
export const describeBackup = (name: string, flags: BackupFlags): Promise<ExitCode> =>
  inEnvironment(flags, async (environment) => {
    const kubectl = kubectlOf(flags.context);
    await mountedLocation(kubectl, environment);
    const backup = (await backupOf(kubectl, name)) ?? { metadata: { name }, spec: {} };
    const services = await servables(kubectl, environment, name);
    const [volumes, movements] = await Promise.all([
      volumeResults(kubectl, name),
      movementsOf(kubectl, name),
    ]);
    const described: Described = {
      backup,
      services: services.map(({ service, refused }) => ({
        service,
        refusal: refused.get(name) ?? null,
      })),
      volumes,
      movements,
    };
    process.stdout.write(
      flags.json === true
        ? `${JSON.stringify(described, null, 2)}\n`
        : `${formatDescribed(described)}\n`,
    );
    return isWhole(described) ? exitCode.fine : exitCode.findings;
  });

const isWhole = ({ backup, volumes, movements }: Described): boolean =>
  backup.status?.phase === 'Completed' &&
  volumes.known &&
  volumes.volumes.every(({ result }) => result !== 'failed') &&
  movements.every(({ phase }) => phase === 'Completed');
