import type { Alert } from './alertmanager.ts';

/** An alert as the rules make it. */
export const alertOf = (
  environment: string,
  alertname: string,
  labels: Readonly<Record<string, string>>,
): Alert => ({
  labels: { alertname, environment, namespace: 'velero', owner: 'platform', ...labels },
  annotations: {
    summary: `${alertname} in short`,
    description: `${alertname} at length.`,
    runbook_url: `https://runbooks.example/${alertname}.md`,
  },
});

/** The storage of a region fails, and with it nearly everything. */
export function outageOf(environment: string) {
  const critical = (
    name: string,
    component: string,
    labels: Readonly<Record<string, string>> = {},
  ) => alertOf(environment, name, { severity: 'critical', component, ...labels });
  const warning = (
    name: string,
    component: string,
    labels: Readonly<Record<string, string>> = {},
  ) => alertOf(environment, name, { severity: 'warning', component, ...labels });
  const dataAge = critical('BackupDataAgeOverRpo', 'backup', {
    service: 'orders',
    owner: 'checkout',
  });
  const causes = [
    critical('BackupStorageUnavailable', 'storage', { storage_location: 'default' }),
    critical('VeleroDown', 'backup'),
  ];
  const others = [
    critical('NodeAgentDown', 'backup'),
    critical('ReplicationFailing', 'replication', { rule: 'replica' }),
    critical('ResilienceMetricsMissing', 'monitoring', { metric: 'velero_backup_total' }),
  ];
  const consequences = [
    dataAge,
    critical('BackupFailed', 'backup', { schedule: 'daily' }),
    critical('BackupScheduleMissed', 'backup', { schedule: 'daily' }),
    warning('RepositoryMaintenanceFailing', 'repository', { repository: 'orders' }),
    warning('ReplicationLagging', 'replication', { rule: 'replica' }),
  ];
  return { dataAge, causes, others, consequences, all: [...causes, ...others, ...consequences] };
}
