import { NotFound, UnknownKind } from '../../kubernetes/kubectl.ts';
import { mountedLocation } from '../../velero/mounted-location.ts';
import type { DoctorCheck, DoctorContext, Found } from '../doctor-check.ts';

const subject = 'BackupStorageLocation';

/** Velero reaches the bucket of the environment. */
export const locationIsAvailable: DoctorCheck = {
  group: 'Velero',
  name: 'location',
  examine: async (context) => {
    try {
      return [await examine(context)];
    } catch (error) {
      if (error instanceof NotFound || error instanceof UnknownKind) return [notSynced];
      throw error;
    }
  },
};

const notSynced: Found = {
  subject,
  state: 'wrong',
  found: 'is not in the cluster: nothing is backed up',
  fix: 'sync the applications of the layer: docs/guides/first-deployment.md',
  closes: true,
};

async function examine({ kubectl, environment }: DoctorContext): Promise<Found> {
  const { bucket, phase } = await mountedLocation(kubectl, environment);
  return phase === 'Available'
    ? { subject, state: 'ok', found: bucket }
    : {
        subject,
        state: 'wrong',
        found: `${phase}: Velero does not reach ${bucket}`,
        fix: 'docs/runbooks/BackupStorageUnavailable.md',
      };
}
