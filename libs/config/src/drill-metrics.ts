/**
 * What drills publish, by the names that they give in their workflows. The workflow controller adds a
 * prefix to each, and forgets them all when it restarts.
 *
 * @see https://argo-workflows.readthedocs.io/en/latest/metrics/
 */
export const drillMetrics = {
  /** Unix time, by `drill`. */
  lastSuccess: 'resilience_drill_last_success_timestamp_seconds',
  /** Whether the last run succeeded, 1 or 0, by `drill`. */
  succeeded: 'resilience_drill_succeeded',
  /** Whether the last run left nothing behind, 1 or 0, by `drill`. */
  cleanedUp: 'resilience_drill_cleaned_up',
  /** Seconds until the service was verified to be back, by `drill`, `service` and `scenario`. */
  recoveryTime: 'resilience_drill_recovery_time_seconds',
  /** How old the restored data was, in seconds, by `drill`, `service` and `scenario`. */
  dataLoss: 'resilience_drill_data_loss_seconds',
} as const;

type DrillMetric = keyof typeof drillMetrics;

/** The name by which Prometheus knows a metric of drills. */
export const scrapedDrillMetric = (metric: DrillMetric): string =>
  `argo_workflows_${drillMetrics[metric]}`;
