import type { Phase } from '@resilience/recovery/disaster';

import type { PhaseGuide } from './disaster-guide.ts';
import { looks } from './looks.ts';
import { restoreNamespace } from './restore-commands.ts';

/** How each phase is done unless a disaster says otherwise. */
export const phases: Readonly<Record<Phase, PhaseGuide>> = {
  detection: {
    who: 'operator',
    does: 'Acknowledge the page, note the time, and see what is really gone. The recovery time has been running since the disaster.',
    commands: looks,
    verify: 'It is this disaster and no other, and the services that it hits are known by name.',
    rollBack: 'Nothing has been changed yet.',
  },
  decision: {
    who: 'incident commander',
    does: 'Open the incident and give out the roles. Decide that a restore begins, for which services, and from when: what was written since that backup is lost for good. The owners agree to the loss, communications sends the first notice.',
    verify: 'The decision, its time and the name of who approved it are in the incident’s channel.',
    rollBack: 'Nothing has been changed yet.',
  },
  'pre-flight': {
    who: 'operator',
    does: 'Take the newest `Completed` backup of the schedule that the table names that was complete before the damage: the runbook refuses one that was not, and one without the namespace, a declared workload or a declared claim. See that the location is `Available` and that the backup is whole.',
    commands: `kubectl get backupstoragelocations.velero.io --namespace "$VELERO_NAMESPACE"
kubectl get backups.velero.io --namespace "$VELERO_NAMESPACE" --selector "velero.io/schedule-name=$SCHEDULE" \\
  --sort-by .metadata.creationTimestamp \\
  --output custom-columns=NAME:.metadata.name,PHASE:.status.phase,STARTED:.status.startTimestamp,COMPLETED:.status.completionTimestamp | grep -w Completed
BACKUP=$SCHEDULE-20261124083000 # the one that is restored
velero backup describe "$BACKUP" --details`,
    verify: 'The backup lists the namespace, and each volume that the service declares.',
    rollBack: 'Take the one before it; the loss grows by one gap between firings.',
  },
  'cluster-build': {
    who: 'operator',
    does: 'Build a cluster with the declared name as the organisation builds clusters, with what [the first deployment](../../guides/first-deployment.md#before) asks for. If its OIDC issuer is a new one, put it into the declaration, render, and apply the stack `access`. Then let ArgoCD bring Velero.',
    commands: `terraform -chdir="environments/$ENVIRONMENT/rendered/terraform/access" apply
aws eks update-kubeconfig --region "$AWS_REGION" --name "$CLUSTER_NAME"
kubectl apply --server-side --filename "environments/$ENVIRONMENT/rendered/kubernetes/argocd/"
kubectl get applications.argoproj.io --namespace "$ARGOCD_NAMESPACE"`,
    verify:
      'The location is `Available`, and Velero lists the backups that it finds in the bucket.',
    rollBack: 'Delete the new cluster: nothing points to it yet.',
  },
  'replica-mount': {
    who: 'operator',
    does: 'Restores are made by the environment that mounts the replica: its key serves no other. The location there is mounted already, read-only; see that it knows the backup. What was pending in replication is lost.',
    commands: `kubectl get backupstoragelocations.velero.io --namespace "$VELERO_NAMESPACE" \\
  --output custom-columns=NAME:.metadata.name,PHASE:.status.phase,BUCKET:.spec.objectStorage.bucket,SYNCED:.status.lastSyncedTime
kubectl get backups.velero.io --namespace "$VELERO_NAMESPACE" --sort-by .status.completionTimestamp \\
  --output custom-columns=NAME:.metadata.name,PHASE:.status.phase,STARTED:.status.startTimestamp | tail -n 10`,
    verify:
      'The newest backup there is not older than the table says, and the phase is `Available`.',
    rollBack: 'Nothing has been changed: the location is read-only.',
  },
  objects: {
    who: 'operator',
    does: 'Restore the namespace with its objects. What is there already is left alone, not overwritten. ArgoCD is paused for the application meanwhile.',
    commands: restoreNamespace,
    verify: 'The workflow has succeeded, which it does not when a restore is `PartiallyFailed`.',
    rollBack:
      '`argo stop` the workflow: ArgoCD goes on by itself. What was restored carries the label `velero.io/restore-name` and can be deleted by it.',
  },
  volumes: {
    who: 'operator',
    does: 'Wait until every volume is bound and filled. Data from the bucket comes through DataDownloads and PodVolumeRestores; volumes from snapshots are there at once and load as they are read.',
    commands: `kubectl get datadownloads.velero.io,podvolumerestores.velero.io --namespace "$VELERO_NAMESPACE"
kubectl get persistentvolumeclaims --namespace "$NAMESPACE"`,
    verify:
      'Each declared claim is `Bound`, and no download is left in progress. A restore that is `Completed` is no proof.',
    rollBack: 'Delete the restored claims and restore from another backup.',
  },
  'pod-start': {
    who: 'operator',
    does: 'See that the pods come up, and help those that do not.',
    commands: `kubectl get pods --namespace "$NAMESPACE" --output wide
kubectl get events --namespace "$NAMESPACE" --field-selector type=Warning`,
    verify: 'All pods of the declared workloads are ready.',
    rollBack: 'Scale the workload to zero and look at its volume before it writes anything.',
  },
  checks: {
    who: 'service owner',
    does: 'Make the checks that the service declares under `verification`, and those that only its owner knows. The recovery time ends with the last one that passes.',
    commands: `npm run --silent resilience -- explain "$SERVICE" --env "$DECLARED_IN" --scenario "$SCENARIO"
kubectl get all --namespace "$NAMESPACE"`,
    verify: 'The owner says in the channel that the data is right, and up to when.',
    rollBack: 'Keep traffic away from the service, and restore an older backup.',
  },
  'traffic-switch': {
    who: 'operator',
    does: 'Let names point to the ingresses of this cluster, whose hosts the declaration rewrites, and watch clients follow as their caches run out.',
    commands: `kubectl get ingresses --all-namespaces`,
    verify: 'Requests from outside are answered by this cluster, and none reaches the other.',
    rollBack: 'Point the names back. Only before the first write is that free of loss.',
  },
};
