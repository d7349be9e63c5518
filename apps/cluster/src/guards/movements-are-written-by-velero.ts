import { nodeAgentServiceAccount, veleroServiceAccount } from '@resilience/config/names';

import type { GuardOf } from './guard.ts';
import { writtenByVelero } from './written-by-velero.ts';

const kinds = ['datadownloads', 'datauploads', 'podvolumebackups', 'podvolumerestores'];

/** What was copied of volumes and where it lies, by which they are restored: movers write it, too. */
export const movementsAreWrittenByVelero: GuardOf = () => ({
  name: 'movements-are-written-by-velero',
  resources: kinds.flatMap((kind) => [kind, `${kind}/status`]),
  operations: ['CREATE', 'UPDATE'],
  except: [veleroServiceAccount, nodeAgentServiceAccount],
  validations: writtenByVelero([]),
});
