import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { formatAge } from '../format-age.ts';
import { formatTable } from '../format-table.ts';
import { inEnvironment } from '../in-environment.ts';
import type { ClusterFlags } from '../kubernetes/cluster-flags.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { type Backup, backupsOf, beganAt } from '../velero/backup.ts';
import { mountedLocation } from '../velero/mounted-location.ts';
import { type Servable, servables } from '../velero/servable.ts';

interface Listed {
  readonly name: string;
  readonly phase: string;
  readonly startedAt: string | null;
  readonly ageSeconds: number;
  readonly expiresAt: string | null;
  readonly location: string;
  readonly errors: number;
  readonly warnings: number;
  /** Declared services that it can be restored for. */
  readonly serves: readonly string[];
}

export interface BackupList {
  readonly backups: readonly Listed[];
  /** Declared services that no backup can serve. */
  readonly unserved: readonly string[];
}

/** Does what `resilience backup list` promises. */
export const listBackups = (flags: ClusterFlags): Promise<Answer<BackupList>> =>
  inEnvironment(flags, async (environment) => {
    const kubectl = kubectlOf(flags.context);
    await mountedLocation(kubectl, environment);
    const [found, services] = await Promise.all([
      backupsOf(kubectl),
      servables(kubectl, environment),
    ]);
    const backups = found.map((backup) => toListed(backup, services, Date.now()));
    const unserved = services.filter(({ newest }) => newest === null).map(({ service }) => service);
    return {
      code: unserved.length > 0 ? exitCode.findings : exitCode.fine,
      result: { backups, unserved },
      text: () => formatBackups(backups, unserved),
    };
  });

const toListed = (backup: Backup, services: readonly Servable[], now: number): Listed => ({
  name: backup.metadata.name,
  phase: backup.status?.phase ?? 'New',
  startedAt: backup.status?.startTimestamp ?? null,
  ageSeconds: Math.floor((now - beganAt(backup)) / 1000),
  expiresAt: backup.status?.expiration ?? null,
  location: backup.spec.storageLocation ?? '',
  errors: backup.status?.errors ?? 0,
  warnings: backup.status?.warnings ?? 0,
  serves: services
    .filter(({ refused }) => !refused.has(backup.metadata.name))
    .map(({ service }) => service),
});

function formatBackups(backups: readonly Listed[], unserved: readonly string[]): string {
  const head = ['backup', 'phase', 'age', 'expires', 'location', 'errors, warnings', 'can serve'];
  const rows = backups.map((backup) => [
    backup.name,
    backup.phase,
    formatAge(backup.ageSeconds),
    backup.expiresAt?.slice(0, 10) ?? '-',
    backup.location,
    `${backup.errors}, ${backup.warnings}`,
    backup.serves.length > 0 ? backup.serves.join(', ') : 'nothing',
  ]);
  return [
    ...(rows.length > 0 ? formatTable([head, ...rows]) : ['there is no backup']),
    ...unserved.map((service) => `no backup can serve ${service}`),
  ].join('\n');
}
