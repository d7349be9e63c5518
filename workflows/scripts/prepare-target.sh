# Makes the namespaces that a drill restores into: nobody reaches what is restored, and it reaches nobody.
# Running it again changes nothing.
#
# environment:
#   TARGETS     JSON list of namespaces, each beginning with drill-
#   WORKFLOW    name of this workflow, which they are labelled with
#   DRILL       name of the drill; empty for a restore into quarantine
#   GIBIBYTES   how much the volumes of all of them may take
# exits with 1 when a namespace is not a drill's, or another workflow's
set -eu
: "${TARGETS:?}" "${WORKFLOW:?}" "${GIBIBYTES:?}" "${DRILL?}"

targets=$(printf '%s\n' "$TARGETS" | jq --raw-output '.[]')
for target in $targets; do
  case $target in
  drill-*) ;;
  *)
    printf '%s\n' "$target is not a namespace of a drill" >&2
    exit 1
    ;;
  esac
  found=$(kubectl get namespace "$target" --ignore-not-found --output json)
  owner=$(printf '%s' "$found" | jq --raw-output '.metadata.labels["resilience-layer/workflow"] // "nobody"')
  if [ -z "$owner" ]; then
    jq --null-input --arg name "$target" --arg workflow "$WORKFLOW" --arg drill "$DRILL" '{
      apiVersion: "v1", kind: "Namespace",
      metadata: {name: $name, labels: {
        "app.kubernetes.io/part-of": "resilience-layer",
        "resilience-layer/workflow": $workflow, "resilience-layer/drill": $drill}}}' |
      kubectl create --filename -
  elif [ "$owner" != "$WORKFLOW" ]; then
    printf '%s\n' "$target belongs to $owner" >&2
    exit 1
  fi
  # What is restored talks to itself and asks for names; the kubelet and kubectl exec need no more.
  jq --null-input --arg namespace "$target" --arg storage "${GIBIBYTES}Gi" '
    def policy($name; $spec): {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy",
      metadata: {name: $name, namespace: $namespace}, spec: ($spec + {podSelector: {}})};
    {apiVersion: "v1", kind: "List", items: [
      policy("deny-all"; {policyTypes: ["Ingress", "Egress"]}),
      policy("within-the-namespace"; {policyTypes: ["Ingress", "Egress"],
        ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{podSelector: {}}]}]}),
      policy("names"; {policyTypes: ["Egress"], egress: [{
        to: [{namespaceSelector: {matchLabels: {"kubernetes.io/metadata.name": "kube-system"}}}],
        ports: [{protocol: "UDP", port: 53}, {protocol: "TCP", port: 53}]}]}),
      {apiVersion: "v1", kind: "ResourceQuota", metadata: {name: "drill", namespace: $namespace},
        spec: {hard: {"requests.storage": $storage, "services.loadbalancers": "0", "services.nodeports": "0"}}}
    ]}' |
    kubectl apply --server-side --field-manager resilience-drill --filename -
  kubectl get networkpolicy deny-all --namespace "$target" --output name >/dev/null
done
