import type { ApplicationName } from '@resilience/config/applications';

/** The ArgoCD application that the runbooks and drills belong to. */
export const workflowsApplication: ApplicationName = 'velero-workflows';
