import { mountedLocation } from '../../velero/mounted-location.ts';
import type { DoctorCheck } from '../doctor-check.ts';

/** Velero reaches the bucket of the environment. */
export const locationIsAvailable: DoctorCheck = {
  group: 'Velero',
  name: 'location',
  examine: async ({ kubectl, environment }) => {
    const { bucket, phase } = await mountedLocation(kubectl, environment);
    const subject = 'BackupStorageLocation';
    return phase === 'Available'
      ? [{ subject, state: 'ok', found: bucket }]
      : [
          {
            subject,
            state: 'wrong',
            found: `${phase}: Velero does not reach ${bucket}`,
            fix: 'docs/runbooks/BackupStorageUnavailable.md',
          },
        ];
  },
};
