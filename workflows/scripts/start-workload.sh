# Starts the stopped workloads of a volume as soon as its claims are restored. A volume of a class that waits for
# its first consumer is filled where a pod that mounts it can run: without a pod it is never filled.
#
# environment:
#   DECLARED   file of the declared services, as JSON
#   SERVICES   JSON list of the one service
#   VOLUME     the volume as it is declared
#   WORKFLOW   name of this workflow
#   VELERO     namespace of Velero
#   INTERVAL   seconds between two looks
#   OUTPUTS    folder that it may write to
#   DEADLINE   seconds after which this step is ended; it gives up a little earlier, to say why
# exits with 1 when nothing is restored by then
set -eu
: "${DECLARED:?}" "${SERVICES:?}" "${VOLUME:?}" "${WORKFLOW:?}" "${VELERO:?}" \
  "${INTERVAL:?}" "${DEADLINE:?}" "${OUTPUTS:?}"

service=$(jq --argjson services "$SERVICES" '.[$services[0]]' "$DECLARED")
namespace=$(printf '%s\n' "$service" | jq --raw-output '.namespace')
labels=$(printf '%s\n' "$service" | jq --raw-output --arg volume "$VOLUME" \
  '.volumes[$volume].claimLabels | to_entries | map("\(.key)=\(.value)") | join(",")')

# Every object is there when the Restore waits for data, or has ended.
all_is_made() {
  restores=$(kubectl get restores.velero.io --namespace "$VELERO" \
    --selector "resilience-layer/workflow=$WORKFLOW" --output json) || return
  printf '%s\n' "$restores" | jq --exit-status '[.items[].status.phase // "New"]
    | . != [] and all(.[]; . != "New" and . != "InProgress")' >/dev/null
}

end=$(($(date +%s) + DEADLINE - 2 * INTERVAL))
until all_is_made; do
  if [ "$(date +%s)" -ge "$end" ]; then
    printf 'no restore of %s has made its objects\n' "$WORKFLOW" >&2
    exit 1
  fi
  sleep "$INTERVAL"
done

kubectl get persistentvolumeclaims --namespace "$namespace" --selector "$labels" --output json >"$OUTPUTS/claims"
kubectl get deployments.apps,statefulsets.apps --namespace "$namespace" --output json >"$OUTPUTS/workloads"
# A StatefulSet has a pod for each claim; of others one pod is enough to place a volume.
jq --raw-output --slurpfile claims "$OUTPUTS/claims" '
  [$claims[0].items[].metadata.name] as $names
  | .items[] | select(.spec.replicas == 0) | . as $of
  | ([.spec.template.spec.volumes[]?.persistentVolumeClaim.claimName | select(. as $n | $names | index($n))]
      | if . == [] then 0 else 1 end) as $named
  | ([.spec.volumeClaimTemplates[]?.metadata.name + "-" + $of.metadata.name + "-" | . as $prefix
      | $names[] | select(startswith($prefix)) | .[$prefix | length:] | select(test("^[0-9]+$")) | tonumber + 1]
      | max // 0) as $templated
  | ([$named, $templated] | max) as $pods
  | select($pods > 0) | "\(.kind | ascii_downcase)s.apps \(.metadata.name) \($pods)"
' "$OUTPUTS/workloads" >"$OUTPUTS/stopped"
while read -r kind name pods; do
  kubectl scale "$kind/$name" --replicas "$pods" --namespace "$namespace" </dev/null
done <"$OUTPUTS/stopped"
[ -s "$OUTPUTS/stopped" ] || printf \
  'no stopped workload uses %s: it is filled when a pod mounts it, and given up after half an hour without\n' "$VOLUME"
