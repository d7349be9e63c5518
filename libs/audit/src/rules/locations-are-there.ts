import { locationFor } from '../loss/held.ts';
import type { AuditRule } from './audit-rule.ts';

export const locationsAreThere: AuditRule = {
  id: 'audit/locations-are-there',
  severity: 'error',
  why: 'A backup whose location is not there fails at validation, at every run.',
  source: 'https://velero.io/docs/v1.18/locations/',
  check: ({ installation }) => {
    const { schedules, locations, releases, server } = installation;
    const isWhole = releases.length > 0 || server !== undefined;
    const isPartial = releases.some((one) => one.isPartial);
    if (locations.length === 0 && (isPartial || !isWhole)) return [];
    return schedules
      .filter((one) => locationFor(one, installation) === undefined)
      .map(({ name, found, template: { storageLocation } }) => ({
        subject: `Schedule/${name}`,
        message: storageLocation
          ? `writes to a location ${storageLocation} that is not there`
          : 'has no location to write to',
        expected:
          locations.length > 0
            ? `one of ${locations.map((one) => one.name).join(', ')}`
            : 'a BackupStorageLocation',
        received: storageLocation ?? 'no location of its own, and no default one',
        place: found.placeAt(['spec', 'template', 'storageLocation']),
      }));
  },
};
