/**
 * Annotations of pods whose node must not be taken away under them to save money: the work that they do begins
 * anew elsewhere, or fails. A DaemonSet's pods carry none: both tools leave them out of account, and one that did
 * would keep every node for good.
 *
 * @see https://karpenter.sh/docs/concepts/disruption/#pod-level-controls
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md
 */
export const undisrupted = {
  'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
  'karpenter.sh/do-not-disrupt': 'true',
} as const;
