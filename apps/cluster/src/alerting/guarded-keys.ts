import { type Environment, isArchived, ownsBucket } from '@resilience/config/environment';
import type { KeyPurpose } from '@resilience/config/names';

/** The keys without which backups cannot be read, or volumes not be restored. */
export function guardedKeys(environment: Environment): KeyPurpose[] {
  if (!ownsBucket(environment)) return ['backups', 'password'];
  const { newVolumes } = environment.storage.encryption;
  return [
    'backups',
    'password',
    ...(isArchived(environment) ? (['archive'] as const) : []),
    ...(newVolumes.encrypted === 'by-default' ? (['volumes'] as const) : []),
  ];
}
