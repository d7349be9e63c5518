const ofKubernetes =
  /^(kube-(system|public|node-lease)|flux-system|argocd|argo-cd|cattle-.*|gke-.*|openshift.*)$/;

/** A namespace that the cluster, or what applies Git to it, makes anew: without volumes it needs no backup. */
export const platform = (name: string, velero: string | undefined): boolean =>
  ofKubernetes.test(name) || name === (velero ?? 'velero');
