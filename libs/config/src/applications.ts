/**
 * The parts that ArgoCD syncs, each a folder of `rendered/kubernetes`, in the order in which they
 * have to be there: a later wave waits for the earlier ones.
 */
export const applicationWaves = {
  'velero-identity': 1,
  'velero-guard': 1,
  'velero-network': 1,
  'velero-secrets': 1,
  'velero-server': 2,
  'velero-node-agent': 2,
  'velero-locations': 3,
  'velero-schedules': 4,
  'velero-monitoring': 5,
  'resilience-exporters': 5,
  'resilience-alerts': 5,
  'resilience-routing': 5,
  'resilience-dashboards': 5,
  'velero-workflows': 5,
} as const;

export type ApplicationName = keyof typeof applicationWaves;

/** The folder of the AppProject and of the Applications themselves. */
export const argocdApplication = 'argocd';
