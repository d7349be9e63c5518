import type { DisasterGuide } from './disaster-guide.ts';

export const lateDiscovery: DisasterGuide = {
  title: 'Late discovery',
  means:
    'Data was damaged by mistake, and it is noticed only days later. What was damaged is brought back from a backup of before; the time counts from the moment that it is noticed.',
  sign: 'Data was damaged or deleted by mistake days ago, and it is noticed only now. The service has been running and writing since.',
  first:
    'Find the moment of the damage. Everything after it is right for the most part and must not be lost: usually only the damaged part is brought over from an old backup.',
  never:
    'Do not restore over the running service before its owner has decided what becomes of the data since. Do not let the old backup expire meanwhile.',
  phases: {
    decision: {
      does: 'The owner decides: restore beside the service and carry over what is missing, which loses nothing, or go back altogether, which loses everything since.',
    },
    'pre-flight': {
      does: 'Take the newest `Completed` backup that began before the damage, and look when it expires.',
      commands: `kubectl get backups.velero.io --namespace "$VELERO_NAMESPACE" --sort-by .status.startTimestamp \\
  --output custom-columns=NAME:.metadata.name,PHASE:.status.phase,STARTED:.status.startTimestamp,EXPIRES:.status.expiration
BACKUP=half-daily-offsite-20261115080000 # the last before the damage, at DISASTER_AT
velero backup describe "$BACKUP" --details`,
      rollBack:
        'Take the one before it. If none is old enough, [the archive](../thaw-the-archive.md) has more.',
    },
    objects: {
      does: 'Restore into a namespace of its own, where nothing gets in or out. It stays until the workflow is resumed.',
      commands: `WORKFLOW=$(argo submit --namespace "$VELERO_NAMESPACE" --output name \\
  --from workflowtemplate/restore-into-quarantine \\
  --parameter backup="$BACKUP" --parameter before="$DISASTER_AT" --parameter services="[\\"$SERVICE\\"]")
argo watch --namespace "$VELERO_NAMESPACE" "$WORKFLOW" # until it waits at quarantine-is-examined
RESTORED=$(kubectl get namespaces --selector "resilience-layer/workflow=$WORKFLOW" \\
  --output 'jsonpath={.items[0].metadata.name}')`,
      rollBack:
        '`argo stop` the workflow: it takes the namespace away. The service has not been touched.',
    },
    volumes: {
      commands: `kubectl get datadownloads.velero.io,podvolumerestores.velero.io --namespace "$VELERO_NAMESPACE"
kubectl get persistentvolumeclaims --namespace "$RESTORED"`,
    },
    'pod-start': {
      commands: `kubectl get pods --namespace "$RESTORED" --output wide`,
    },
    checks: {
      does: 'Check the old data beside the service. Then carry over what was damaged, by the application’s own means, and check the service itself.',
      commands: `kubectl get all --namespace "$RESTORED"`,
    },
  },
  rollBack:
    'Until data is carried over, `argo stop` the workflow, which takes the copy away. Before carrying over, back the service up with `back-up-on-demand`: that is what to go back to.',
  said: 'a mistake has damaged data of a service some days ago. We are bringing back what was lost from a backup of before.',
};
