import type { Environment } from '@resilience/config/environment';

/** The BackupStorageLocation of every environment. */
export const location = 'default';

/** Which backups can serve, as choose-backup.sh is told: snapshots stay in the region that a replica is not in. */
export const copies = ({ storage }: Pick<Environment, 'storage'>): 'any' | 'off-site' =>
  storage.kind === 'replica' ? 'off-site' : 'any';
