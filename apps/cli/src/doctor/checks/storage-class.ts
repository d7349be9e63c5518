import { NotFound } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck } from '../doctor-check.ts';

/** The class that every restored volume gets is there. */
export const storageClass: DoctorCheck = {
  group: 'cluster',
  name: 'storage class',
  examine: async ({ kubectl, environment: { restores } }) => {
    if (restores.objects !== 'changed') return [];
    const subject = `StorageClass ${restores.storageClass}`;
    try {
      await kubectl.text([
        'get',
        'storageclasses.storage.k8s.io',
        restores.storageClass,
        '--output',
        'name',
      ]);
      return [{ subject, state: 'ok', found: 'is there' }];
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      const fix = 'make it, or correct restores.storageClass: no restored volume is bound';
      return [{ subject, state: 'wrong', found: 'is not there', fix }];
    }
  },
};
