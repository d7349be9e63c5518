import { type Metrics, named } from './metric.ts';

const source = 'prometheus';

/** What Prometheus tells of each target that it scrapes, and of the alerts that it evaluates. */
export const prometheusMetrics: Metrics = {
  ...named({ source, type: 'gauge', labels: ['job', 'namespace', 'pod', 'instance', 'node'] }, [
    'up',
  ]),
  ...named({ source, type: 'gauge', labels: ['alertname', 'alertstate', 'severity'] }, ['ALERTS']),
};
