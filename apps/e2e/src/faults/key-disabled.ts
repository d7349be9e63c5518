import type { Fault } from './fault.ts';
import { backUpSample, restoreSample } from './sample.ts';
import { assertTold, backupTold } from './told.ts';

export const keyDisabled: Fault = {
  name: 'key-disabled',
  what: 'S3 answers as it does when the KMS key of the bucket is disabled',
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
      safe,
    } = stage;
    const disabled = { kind: 'status', status: 400, code: 'KMS.DisabledException' } as const;
    // Listing needs no key.
    proxy.break(disabled, ({ method, path }) => method !== 'HEAD' && path.includes('/backups/'));
    const phase = await backUpSample(cluster, 'key-disabled');
    const restored = await restoreSample(cluster, 'of-key-disabled', safe);
    proxy.heal();
    return `${await backupTold(stage, phase)}; ${assertTold('a restore', restored)}`;
  },
};
