import { type Metrics, named } from './metric.ts';

const source = 'argo-workflows';
const measured = ['drill', 'service', 'scenario'] as const;

/** What drills measure. The controller of Argo Workflows tells it, until it is restarted. */
export const drillMetrics: Metrics = {
  ...named({ source, type: 'gauge', labels: ['drill'] }, [
    'argo_workflows_resilience_drill_cleaned_up',
    'argo_workflows_resilience_drill_last_success_timestamp_seconds',
    'argo_workflows_resilience_drill_succeeded',
  ]),
  ...named({ source, type: 'gauge', labels: measured }, [
    'argo_workflows_resilience_drill_data_loss_seconds',
    'argo_workflows_resilience_drill_recovery_time_seconds',
  ]),
};
