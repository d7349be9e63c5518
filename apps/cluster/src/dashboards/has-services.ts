import type { Environment } from '@resilience/config/environment';

/** Whether services run here; a cluster that only waits for a disaster has none. */
export const hasServices = ({ services }: Environment): boolean => Object.keys(services).length > 0;
