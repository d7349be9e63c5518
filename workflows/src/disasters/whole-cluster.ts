import type { Phase } from '@resilience/recovery/disaster';

import type { RunbookName } from '../automation.ts';
import type { PhaseGuide } from './disaster-guide.ts';
import { restoreEverything } from './restore-commands.ts';

/**
 * What is different when everything comes back, and not one service.
 *
 * @param runbook that brings it back
 */
export const wholeCluster = (
  runbook: RunbookName,
): Partial<Record<Phase, Partial<PhaseGuide>>> => ({
  'pre-flight': {
    does: 'The runbook takes for each namespace the newest backup that was complete before `DISASTER_AT` and holds all that is declared. See that the location is `Available`, and that each schedule of the table has such a backup. Where the newest of them may hold the damage already, set an earlier moment.',
    commands: `kubectl get backupstoragelocations.velero.io --namespace "$VELERO_NAMESPACE"
kubectl get backups.velero.io --namespace "$VELERO_NAMESPACE" --sort-by .status.startTimestamp \\
  --output custom-columns=NAME:.metadata.name,PHASE:.status.phase,STARTED:.status.startTimestamp,COMPLETED:.status.completionTimestamp | grep -w Completed
BEFORE= # such as 2026-11-24T08:30:00Z: nothing is taken that began later; empty for the newest before the disaster`,
    verify: 'Each service of the table has a backup that was complete before the damage.',
    rollBack:
      'Set `BEFORE` to before the backup that is spoilt; the loss grows by one gap between firings.',
  },
  objects: {
    does: 'Restore everything: first the critical services, each from its own backup, then the important ones, the others, and last ArgoCD and what no service declares. A tier begins when the restores of the one before have ended, while those are still looked at; what fails keeps nothing else from coming back.',
    commands: restoreEverything(runbook),
    verify:
      'The workflow has succeeded: every service stands, and all its checks have passed. The report in the evidence bucket has the time and the backup of each.',
    rollBack:
      '`argo stop` the workflow. What it has restored carries the label `velero.io/restore-name`. A service that failed can be restored by `restore-namespace` from an older backup, when its namespace is deleted.',
  },
  volumes: {
    commands: `kubectl get datadownloads.velero.io,podvolumerestores.velero.io --namespace "$VELERO_NAMESPACE"
kubectl get persistentvolumeclaims --all-namespaces`,
  },
  'pod-start': {
    commands: `kubectl get pods --all-namespaces --field-selector status.phase!=Running
kubectl get events --all-namespaces --field-selector type=Warning`,
  },
});
