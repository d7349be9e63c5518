import { hooksIn } from '../copies/copy.ts';
import { databaseIn } from '../installation/database.ts';
import type { AuditRule } from './audit-rule.ts';

export const databasesAreQuiet: AuditRule = {
  id: 'audit/databases-are-quiet',
  severity: 'warning',
  why: 'Files of a running database that are copied one by one do not belong to one moment: it may not start from them.',
  source: 'https://velero.io/docs/v1.18/backup-hooks/',
  check: ({ installation, namespaces }) =>
    installation.schedules.some(hooksIn)
      ? []
      : installation.namespaces.flatMap(({ name, volumes }) =>
          volumes.flatMap((volume) => {
            const database = databaseIn(volume);
            const isHooked = volume.users.some(({ annotations }) =>
              Object.keys(annotations).some((one) => one.includes('hook.backup.velero.io/command')),
            );
            const copied = namespaces
              .find((one) => one.name === name)
              ?.volumes.find((one) => one.name === volume.name)
              ?.copies.some(({ method }) => method === 'file-system');
            if (database === undefined || isHooked || !copied) return [];
            return [
              {
                subject: `PersistentVolumeClaim/${name}/${volume.name}`,
                message: `has its files copied while ${database} writes to them`,
                expected: 'a hook that dumps or freezes it, or a snapshot',
                received: 'no pre.hook.backup.velero.io/command',
                place: volume.found.placeAt(volume.at),
              },
            ];
          }),
        ),
};
