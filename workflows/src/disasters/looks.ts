/** The first look at any disaster. */
export const looks = `kubectl get nodes
kubectl get pods,persistentvolumeclaims --namespace "$NAMESPACE"
kubectl get backups.velero.io --namespace "$VELERO_NAMESPACE" --sort-by .metadata.creationTimestamp | tail -n 5`;
