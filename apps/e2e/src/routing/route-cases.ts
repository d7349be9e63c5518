/** An alert by its labels, and the names of the receivers that are told of it. */
export interface RouteCase {
  readonly what: string;
  readonly labels: Readonly<Record<string, string>>;
  /** As the AlertmanagerConfig names them. */
  readonly told: readonly string[];
}

const critical = { severity: 'critical' };
const warning = { severity: 'warning' };
const info = { severity: 'info' };

const own: readonly RouteCase[] = [
  {
    what: 'a failed backup',
    labels: { ...critical, alertname: 'BackupFailed', component: 'backup', owner: 'platform' },
    told: ['critical'],
  },
  {
    what: 'an unavailable location',
    labels: { ...critical, alertname: 'BackupStorageUnavailable', component: 'storage' },
    told: ['critical'],
  },
  {
    what: 'data of checkout over its RPO',
    labels: {
      ...critical,
      alertname: 'BackupDataAgeOverRpo',
      component: 'backup',
      owner: 'checkout',
    },
    told: ['checkout-critical', 'critical'],
  },
  {
    what: 'data of merchandising over its RPO',
    labels: {
      ...critical,
      alertname: 'BackupDataAgeOverRpo',
      component: 'backup',
      owner: 'merchandising',
    },
    told: ['merchandising-critical', 'critical'],
  },
  {
    what: 'a slow recovery of storefront',
    labels: {
      ...warning,
      alertname: 'RecoveryTimeOverObjective',
      component: 'drill',
      owner: 'storefront',
    },
    told: ['storefront-warning', 'warning'],
  },
  {
    what: 'a slow recovery of what the platform owns',
    labels: {
      ...warning,
      alertname: 'RecoveryTimeOverObjective',
      component: 'drill',
      owner: 'platform',
    },
    told: ['warning'],
  },
  {
    what: 'an owner whom nobody declared',
    labels: {
      ...critical,
      alertname: 'BackupDataAgeOverRpo',
      component: 'backup',
      owner: 'nobody',
    },
    told: ['critical'],
  },
  {
    what: 'a failed drill',
    labels: { ...critical, alertname: 'DrillFailed', component: 'drill', drill: 'validation' },
    told: ['critical'],
  },
  {
    what: 'a key in danger',
    labels: { ...critical, alertname: 'KeyPendingDeletion', component: 'key' },
    told: ['critical'],
  },
  {
    what: 'an absent metric',
    labels: { ...critical, alertname: 'ResilienceMetricsMissing', component: 'monitoring' },
    told: ['critical'],
  },
  {
    what: 'stale replicas',
    labels: { ...critical, alertname: 'ReplicaStale', component: 'replication' },
    told: ['critical'],
  },
  {
    what: 'a cost over budget',
    labels: { ...warning, alertname: 'BackupCostOverBudget', component: 'cost' },
    told: ['warning'],
  },
  {
    what: 'failing maintenance',
    labels: { ...warning, alertname: 'RepositoryMaintenanceFailing', component: 'repository' },
    told: ['warning'],
  },
  {
    what: 'something to know',
    labels: { ...info, alertname: 'SomethingToKnow', component: 'backup' },
    told: ['info'],
  },
  {
    what: 'something for checkout to know',
    labels: { ...info, alertname: 'SomethingToKnow', component: 'backup', owner: 'checkout' },
    told: ['checkout-info', 'info'],
  },
  {
    what: 'the watchdog',
    labels: { severity: 'none', alertname: 'ResilienceWatchdog', component: 'monitoring' },
    told: ['heartbeat'],
  },
  {
    what: 'no severity at all',
    labels: { alertname: 'Unlabelled', component: 'backup' },
    told: ['critical'],
  },
  {
    what: 'a severity that nobody knows',
    labels: { severity: 'page', alertname: 'Mislabelled', component: 'backup' },
    told: ['critical'],
  },
];

/** Nothing of the layer's own, so that the platform's own routes have it. */
const foreign: readonly RouteCase[] = [
  {
    what: 'an alert of another environment',
    labels: {
      ...critical,
      alertname: 'BackupFailed',
      environment: 'elsewhere',
      namespace: 'velero',
    },
    told: [],
  },
  {
    what: "the platform's own alert on Velero's namespace",
    labels: { ...warning, alertname: 'KubePodCrashLooping', namespace: 'velero' },
    told: [],
  },
  {
    what: 'an alert of another namespace',
    labels: { ...critical, alertname: 'KubePodCrashLooping', namespace: 'orders' },
    told: [],
  },
];

/** Every case, for an environment by its name. */
export const routeCases = (environment: string): RouteCase[] => [
  ...own.map((one) => ({ ...one, labels: { ...one.labels, environment, namespace: 'velero' } })),
  ...foreign,
];
