import type { Scenario } from '@resilience/config/scenario';
import type { Phase } from '@resilience/recovery/disaster';

/** The runbooks that are rendered as WorkflowTemplates. */
export type RunbookName =
  | 'restore-volume'
  | 'restore-namespace'
  | 'restore-resources'
  | 'restore-cluster'
  | 'restore-into-quarantine'
  | 'fail-over-region'
  | 'fail-back-region'
  | 'back-up-on-demand'
  | 'back-up-before-change';

/** One namespace comes back, with its volumes, while ArgoCD leaves it alone. */
const byNamespace = { objects: 'restore-namespace', volumes: 'restore-namespace' } as const;

/** Everything comes back by one runbook. */
const everythingBy = <R extends RunbookName>(runbook: R) => ({
  objects: runbook,
  volumes: runbook,
});

/** A copy stands beside the service, and nothing gets out of it. */
const intoQuarantine = {
  objects: 'restore-into-quarantine',
  volumes: 'restore-into-quarantine',
} as const;

/** What a runbook does of the way back from a disaster. All else is done by hand. */
export const automation: Readonly<Record<Scenario, Partial<Record<Phase, RunbookName>>>> = {
  'pod-failure': {},
  'volume-corruption': byNamespace,
  'namespace-deletion': byNamespace,
  'cluster-corruption': everythingBy('restore-cluster'),
  'region-failure': {
    ...everythingBy('fail-over-region'),
    'traffic-switch': 'fail-over-region',
  },
  'bucket-loss': byNamespace,
  'key-loss': byNamespace,
  'malicious-deletion': everythingBy('restore-cluster'),
  'late-discovery': intoQuarantine,
};
