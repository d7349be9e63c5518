/** Where Prometheus gets a metric from: the label `job` of its series. */
type MetricSource =
  | 'velero'
  | 'node-agent'
  | 'resilience-object-state'
  | 'resilience-cloudwatch'
  | 'argo-workflows'
  | 'prometheus';

/** A metric as expressions meet it: what its source's labels are, without those of the target. */
export interface Metric {
  readonly source: MetricSource;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
}

/** Metrics by name; a histogram by the name that its series begin with. */
export type Metrics = Readonly<Record<string, Metric>>;

/** Gives names to metrics that are alike. */
export const named = (metric: Metric, names: readonly string[]): Metrics =>
  Object.fromEntries(names.map((name) => [name, metric]));
