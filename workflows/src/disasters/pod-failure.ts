import type { DisasterGuide } from './disaster-guide.ts';

export const podFailure: DisasterGuide = {
  title: 'Pod failure',
  means: 'A program of a service stops or crashes. It is started again, and no data is lost.',
  sign: 'Pods of a service are gone or crash. Its objects and volumes are there, so nothing has to be restored.',
  first:
    'Kubernetes brings pods back by itself. This page is for when it does not within the objective.',
  never:
    'Do not restore a backup: it would lose data for a fault that a new pod mends. Do not delete the claim of a pod that does not start.',
  phases: {
    decision: {
      does: 'Nothing has to be decided: Kubernetes has begun already. After twice the objective the operator calls an incident, and looks whether it is another disaster.',
      verify: 'Pods are being replaced.',
    },
    'pod-start': {
      does: 'See why the new pods are not ready: the image, the node, the volume or the application itself.',
      commands: `kubectl get pods --namespace "$NAMESPACE" --output wide
kubectl describe pods --namespace "$NAMESPACE"
kubectl get events --namespace "$NAMESPACE" --field-selector type=Warning
kubectl rollout restart deployment --namespace "$NAMESPACE"`,
      rollBack:
        'If it came with a deployment, revert that in Git; `kubectl rollout undo` helps until ArgoCD syncs.',
    },
  },
  rollBack:
    'There is nothing to roll back. If a volume does not attach or its data is broken, go on with [volume-corruption](volume-corruption.md).',
  said: 'parts of a service stopped and are being restarted. No data is lost.',
};
