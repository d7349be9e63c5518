import { dnsLabel, labels, object, positiveDuration, text } from './scalars.ts';

/** What the steps of runbooks and drills run in. */
export const workflows = object('the workflows: controller, tools and recoveryBudget', {
  /** The pods of Argo Workflows that run them, and tell what drills measured. */
  controller: object('the controller: namespace and podLabels', {
    /** The namespace of Argo Workflows' controller. */
    namespace: dnsLabel,
    /** The labels of its pods: Prometheus reads what drills measured from them. */
    podLabels: labels,
  }),
  /** An image with a POSIX shell, kubectl, jq, the AWS command line and curl. */
  tools: text(
    'an image such as docker.io/alpine/k8s:1.34.1',
    /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/,
  ),
  /** The longest that each step of a recovery may take before it fails, and somebody has to look. */
  recoveryBudget: positiveDuration,
});
