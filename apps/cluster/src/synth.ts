import type { ApplicationName } from '@resilience/config/applications';
import type { Environment } from '@resilience/config/environment';
import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';
import { App } from 'cdk8s';

import { Argocd } from './charts/argocd.ts';
import { ResilienceAlerts } from './charts/resilience-alerts.ts';
import type { ResilienceChart, SyncedFolder } from './charts/resilience-chart.ts';
import { ResilienceDashboards } from './charts/resilience-dashboards.ts';
import { ResilienceExporters } from './charts/resilience-exporters.ts';
import { ResilienceRouting } from './charts/resilience-routing.ts';
import { VeleroGuard } from './charts/velero-guard.ts';
import { VeleroIdentity } from './charts/velero-identity.ts';
import { VeleroLocations } from './charts/velero-locations.ts';
import { VeleroMonitoring } from './charts/velero-monitoring.ts';
import { VeleroNetwork } from './charts/velero-network.ts';
import { VeleroNodeAgent } from './charts/velero-node-agent.ts';
import { VeleroSchedules } from './charts/velero-schedules.ts';
import { VeleroSecrets } from './charts/velero-secrets.ts';
import { VeleroServer } from './charts/velero-server.ts';

const charts = [
  VeleroIdentity,
  VeleroGuard,
  VeleroNetwork,
  VeleroSecrets,
  VeleroServer,
  VeleroNodeAgent,
  VeleroLocations,
  VeleroSchedules,
  VeleroMonitoring,
  ResilienceExporters,
  ResilienceAlerts,
  ResilienceRouting,
  ResilienceDashboards,
];

/** The objects of one ArgoCD application. */
export interface Application {
  readonly name: string;
  readonly objects: readonly KubernetesObject[];
}

/**
 * Everything that runs in the environment's cluster, by ArgoCD application.
 *
 * @param others applications of other stages, which ArgoCD syncs, too
 */
export function synthCluster(
  environment: Environment,
  others: readonly ApplicationName[],
): Application[] {
  const app = new App();
  const own = charts
    .map((SomeChart) => contentOf(new SomeChart(app, environment)))
    .filter(({ objects }) => objects.length > 0);
  const names = [...own.map(({ name }) => name), ...others];
  return [...own, contentOf(new Argocd(app, environment, names))];
}

const contentOf = <Name extends SyncedFolder>(chart: ResilienceChart<Name>) => ({
  name: chart.application,
  objects: chart.toJson(),
});
