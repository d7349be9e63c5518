import { minutes } from '@resilience/config/duration';

/**
 * What happens in the cluster is known to Prometheus after the exporter's watch, a scrape and an
 * evaluation, half a minute each; the rest leaves time for an exporter that restarts.
 */
export const seenWithin = minutes(5);
