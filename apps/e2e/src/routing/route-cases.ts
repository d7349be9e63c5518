import { usedChannels } from '@resilience/config/channels';
import type { Notifications, Severity } from '@resilience/config/notifications';

/** An alert by its labels, and who is notified of it. */
export interface RouteCase {
  readonly what: string;
  readonly labels: Readonly<Record<string, string>>;
  /** As what it is sent to the channels of that severity, to the heartbeat, or to nobody. */
  readonly sentAs: Severity | 'heartbeat' | undefined;
  /** The team that is notified as well. */
  readonly owner?: string;
}

/**
 * The receivers that a case ends at, as the declaration has it.
 *
 * @param missing channels without their Secret
 */
export const expectedOf = (
  { sentAs, owner }: RouteCase,
  notifications: Notifications,
  missing: readonly string[] = [],
): string[] => {
  if (sentAs === undefined) return [];
  if (sentAs === 'heartbeat') return missing.includes(sentAs) ? [] : ['heartbeat/heartbeat'];
  return usedChannels(notifications)
    .filter(({ name }) => !missing.includes(name))
    .filter(
      ({ severities, owners }) =>
        severities.includes(sentAs) || (owner !== undefined && owners.includes(owner)),
    )
    .map(({ name }) => `${name}/${sentAs}`);
};

const critical = { severity: 'critical' };
const warning = { severity: 'warning' };
const info = { severity: 'info' };

const own: readonly RouteCase[] = [
  {
    what: 'a failed backup',
    labels: { ...critical, alertname: 'BackupFailed', component: 'backup', owner: 'platform' },
    sentAs: 'critical',
  },
  {
    what: 'an unavailable location',
    labels: { ...critical, alertname: 'BackupStorageUnavailable', component: 'storage' },
    sentAs: 'critical',
  },
  {
    what: 'data of checkout over its RPO',
    labels: {
      ...critical,
      alertname: 'BackupDataAgeOverRpo',
      component: 'backup',
      owner: 'checkout',
    },
    sentAs: 'critical',
    owner: 'checkout',
  },
  {
    what: 'data of merchandising over its RPO',
    labels: {
      ...critical,
      alertname: 'BackupDataAgeOverRpo',
      component: 'backup',
      owner: 'merchandising',
    },
    sentAs: 'critical',
    owner: 'merchandising',
  },
  {
    what: 'a slow recovery of storefront',
    labels: {
      ...warning,
      alertname: 'RecoveryTimeOverObjective',
      component: 'drill',
      owner: 'storefront',
    },
    sentAs: 'warning',
    owner: 'storefront',
  },
  {
    what: 'a slow recovery of what the platform owns',
    labels: {
      ...warning,
      alertname: 'RecoveryTimeOverObjective',
      component: 'drill',
      owner: 'platform',
    },
    sentAs: 'warning',
  },
  {
    what: 'an owner whom nobody declared',
    labels: {
      ...critical,
      alertname: 'BackupDataAgeOverRpo',
      component: 'backup',
      owner: 'nobody',
    },
    sentAs: 'critical',
  },
  {
    what: 'a failed drill',
    labels: { ...critical, alertname: 'DrillFailed', component: 'drill', drill: 'validation' },
    sentAs: 'critical',
  },
  {
    what: 'a key in danger',
    labels: { ...critical, alertname: 'KeyPendingDeletion', component: 'key' },
    sentAs: 'critical',
  },
  {
    what: 'an absent metric',
    labels: { ...critical, alertname: 'ResilienceMetricsMissing', component: 'monitoring' },
    sentAs: 'critical',
  },
  {
    what: 'stale replicas',
    labels: { ...critical, alertname: 'ReplicaStale', component: 'replication' },
    sentAs: 'critical',
  },
  {
    what: 'a cost over budget',
    labels: { ...warning, alertname: 'BackupCostOverBudget', component: 'cost' },
    sentAs: 'warning',
  },
  {
    what: 'failing maintenance',
    labels: { ...warning, alertname: 'RepositoryMaintenanceFailing', component: 'repository' },
    sentAs: 'warning',
  },
  {
    what: 'something to know',
    labels: { ...info, alertname: 'SomethingToKnow', component: 'backup' },
    sentAs: 'info',
  },
  {
    what: 'something for checkout to know',
    labels: { ...info, alertname: 'SomethingToKnow', component: 'backup', owner: 'checkout' },
    sentAs: 'info',
    owner: 'checkout',
  },
  {
    what: 'the watchdog',
    labels: { severity: 'none', alertname: 'ResilienceWatchdog', component: 'monitoring' },
    sentAs: 'heartbeat',
  },
  {
    what: 'no severity at all',
    labels: { alertname: 'Unlabelled', component: 'backup' },
    sentAs: 'critical',
  },
  {
    what: 'a severity that nobody knows',
    labels: { severity: 'page', alertname: 'Mislabelled', component: 'backup' },
    sentAs: 'critical',
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
    sentAs: undefined,
  },
  {
    what: "the platform's own alert on Velero's namespace",
    labels: { ...warning, alertname: 'KubePodCrashLooping', namespace: 'velero' },
    sentAs: undefined,
  },
  {
    what: 'an alert of another namespace',
    labels: { ...critical, alertname: 'KubePodCrashLooping', namespace: 'orders' },
    sentAs: undefined,
  },
];

/** Every case, for an environment by its name. */
export const routeCases = (environment: string): RouteCase[] => [
  ...own.map((one) => ({ ...one, labels: { ...one.labels, environment, namespace: 'velero' } })),
  ...foreign,
];
