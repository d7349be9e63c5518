import type { Declaration } from '@resilience/config/declaration';

/** Names of all services, with backups or without. */
export const allServices = ({
  services,
  notBackedUp,
}: Pick<Declaration, 'services' | 'notBackedUp'>): string[] =>
  Object.keys({ ...notBackedUp, ...services });
