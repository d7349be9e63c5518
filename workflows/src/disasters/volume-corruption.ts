import type { DisasterGuide } from './disaster-guide.ts';
import { restoreNamespace } from './restore-commands.ts';

/** The old volume stays, whatever its storage class says. */
const setAside = `CLAIM=postgres-data-orders-postgres-0 # the broken one
WORKLOAD=statefulset/orders-postgres # what uses it
VOLUME=$(kubectl get persistentvolumeclaims "$CLAIM" --namespace "$NAMESPACE" \\
  --output custom-columns=VOLUME:.spec.volumeName --no-headers)
kubectl patch persistentvolumes "$VOLUME" --type merge --patch '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
kubectl patch applications.argoproj.io "$APPLICATION" --namespace "$ARGOCD_NAMESPACE" --type merge \\
  --patch '{"spec":{"syncPolicy":{"automated":{"enabled":false}}}}'
kubectl scale "$WORKLOAD" --replicas 0 --namespace "$NAMESPACE"
kubectl delete persistentvolumeclaims "$CLAIM" --namespace "$NAMESPACE"
kubectl get persistentvolumes "$VOLUME"`;

/** Not earlier: a StatefulSet would make an empty claim. Not later: the volume is filled when a pod waits for it. */
const startedWithItsClaim = `(until kubectl get persistentvolumeclaims "$CLAIM" --namespace "$NAMESPACE"; do sleep 2; done
kubectl scale "$WORKLOAD" --replicas 1 --namespace "$NAMESPACE") &`;

export const volumeCorruption: DisasterGuide = {
  title: 'Volume corruption',
  means:
    'The disk of a service breaks, or the data on it is wrong. The service stands still until its data is restored from a backup; what was written after that backup is lost.',
  sign: 'A database does not start from its volume, a file system is read-only, or data that was right an hour ago is wrong.',
  first:
    'Stop what writes. Every write after the damage makes the copy that is wanted harder to recognise.',
  never:
    'Do not repair the broken volume in place before it is set aside, and do not delete it before the owner has agreed that nothing of it is needed.',
  phases: {
    'pre-flight': {
      verify: 'The backup began before the damage, and lists this volume.',
      rollBack:
        'Take the one before it, for as long as the owner says that the damage may be in the backup as well.',
    },
    objects: {
      does: 'Set the broken volume aside, then restore. All that is left of the namespace stays as it is; only what is missing, the claim, comes back. The workload starts as soon as its claim is there: the volume is made where its pod can run, and filled when that pod waits for it. Where files are copied one by one, delete the workload, too: they come back by way of its pod.',
      commands: `${setAside}
${startedWithItsClaim}
${restoreNamespace}`,
    },
    'pod-start': {
      does: 'The workload starts on the restored volume; let ArgoCD sync again, which gives it all its pods.',
      commands: `kubectl patch applications.argoproj.io "$APPLICATION" --namespace "$ARGOCD_NAMESPACE" --type merge \\
  --patch '{"spec":{"syncPolicy":{"automated":{"enabled":true}}}}'
kubectl get pods --namespace "$NAMESPACE" --output wide`,
    },
  },
  rollBack:
    'The old volume is `Released` and kept: scale to zero, delete the restored claim, remove `spec.claimRef` from the old PersistentVolume, and create the claim again with `volumeName` set to it.',
  said: 'data of a service was damaged. We are restoring it from a backup; what was written since then is lost.',
};
