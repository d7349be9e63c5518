# Waits until what was restored stands: declared workloads and volumes are there, claims are bound, and
# every workload has all its pods ready, which they are only with their volumes mounted.
#
# environment:
#   DECLARED   file of the declared services, as JSON
#   SERVICES   JSON list of {service, namespace, target}: what is looked for in the namespace target
#   PARTIAL    true where only some kinds were restored: what is declared and missing is then no fault
#   INTERVAL   seconds between two looks
#   DEADLINE   seconds after which this step is ended; it gives up a little earlier, to say why
# exits with 1 when it never stands; what is missing is told
set -eu
: "${DECLARED:?}" "${SERVICES:?}" "${PARTIAL:?}" "${INTERVAL:?}" "${DEADLINE:?}"

missing_in() {
  found=$(kubectl get deployments.apps,statefulsets.apps,daemonsets.apps,persistentvolumeclaims,pods \
    --namespace "$2" --output json) || return
  printf '%s\n' "$found" | jq --raw-output --slurpfile declared "$DECLARED" --arg service "$1" --argjson partial "$PARTIAL" '
      def has($labels): (.metadata.labels // {}) as $own
        | all($labels | to_entries[]; $own[.key] == .value);
      def wanted: if .kind == "DaemonSet" then .status.desiredNumberScheduled // 0 else .spec.replicas // 1 end;
      def ready: if .kind == "DaemonSet" then .status.numberReady // 0 else .status.readyReplicas // 0 end;
      def finished: .status.phase == "Succeeded" or .metadata.ownerReferences[0].kind? == "Job";
      .items as $items
      | $declared[0][$service] as $of
      | (if $partial then empty else
          ($of.workloads[] | . as $w
            | select(all($items[]; .kind != $w.kind or .metadata.name != $w.name))
            | "\(.kind) \(.name) is missing"),
          ($of.workloads[] | . as $w | $items[]
            | select(.kind == $w.kind and .metadata.name == $w.name and wanted == 0)
            | "\(.kind) \($w.name) wants no pods"),
          ($of.volumes | to_entries[] | select(.value.method != "skip") | .value.claimLabels as $labels
            | select(all($items[]; .kind != "PersistentVolumeClaim" or (has($labels) | not)))
            | "the claim of the volume \(.key) is missing")
        end),
        ($items[] | select(.kind == "PersistentVolumeClaim" and .status.phase != "Bound")
          | "PersistentVolumeClaim \(.metadata.name) is \(.status.phase)"),
        ($items[] | select(.kind == "Deployment" or .kind == "StatefulSet" or .kind == "DaemonSet")
          | select(ready < wanted) | "\(.kind) \(.metadata.name) has \(ready) of \(wanted) pods ready"),
        ($items[] | select(.kind == "Pod" and (finished | not))
          | select(all(.status.conditions[]?; .type != "Ready" or .status != "True"))
          | "Pod \(.metadata.name) is \(.status.phase) and not ready")'
}

places=$(printf '%s\n' "$SERVICES" | jq --raw-output '.[] | "\(.service) \(.target)"')
end=$(($(date +%s) + DEADLINE - 2 * INTERVAL))
while :; do
  missing=$(printf '%s\n' "$places" |
    while read -r service target; do
      [ -n "$service" ] || continue
      # What cannot be read must not count as well.
      said=$(missing_in "$service" "$target" </dev/null) || said='nobody says what is there'
      [ -z "$said" ] || printf '%s\n' "$said" | sed "s|^|$target: |"
    done)
  if [ -z "$missing" ]; then
    echo 'everything stands'
    exit 0
  fi
  if [ "$(date +%s)" -ge "$end" ]; then
    printf '%s\n' "$missing" >&2
    exit 1
  fi
  sleep "$INTERVAL"
done
