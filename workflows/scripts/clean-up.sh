# Takes away what this workflow made, and looks whether it is gone. Running it again does no harm.
#
# environment:
#   WORKFLOW   name of this workflow
#   VELERO     namespace of Velero
#   TIMEOUT    seconds that restores may take to end, and then the namespaces to go
#   LOOKS      how often it is looked whether all is gone
#   INTERVAL   seconds between two looks
#   OUTPUTS    folder of the result: left-behind, a JSON list of what is still there
# exits with 1 when anything is left behind
set -eu
: "${WORKFLOW:?}" "${VELERO:?}" "${TIMEOUT:?}" "${LOOKS:?}" "${INTERVAL:?}" "${OUTPUTS:?}"

ours="resilience-layer/workflow=$WORKFLOW"
# What does not answer must stop this: in a pipe only the last command counts.
found=$(kubectl get namespaces --selector "$ours" --output json)
namespaces=$(printf '%s\n' "$found" |
  jq --compact-output '[.items[].metadata.name | select(startswith("drill-"))]')

volumes_in_them() {
  volumes=$(kubectl get persistentvolumes --output json) || return
  printf '%s\n' "$volumes" | jq --raw-output --argjson namespaces "$namespaces" \
    '.items[] | select(.spec.claimRef.namespace as $of | $namespaces | index($of)) | .metadata.name'
}

# What is still there, a line each.
left_behind() {
  there=$(kubectl get namespaces --selector "$ours" --output json) || return
  printf '%s\n' "$there" | jq --raw-output '.items[] | "Namespace/\(.metadata.name)"' || return
  names=$(volumes_in_them) || return
  printf '%s' "$names" | sed 's|^|PersistentVolume/|'
  [ -z "$names" ] || echo
  made=$(restores) || return
  made=$(printf '%s\n' "$made" | jq --raw-output '[.items[].metadata.name] | join(",")') || return
  [ -n "$made" ] || return 0
  outside=$(kubectl get clusterroles,clusterrolebindings,customresourcedefinitions,storageclasses \
    --selector "velero.io/restore-name in ($made)" --output json) || return
  printf '%s\n' "$outside" | jq --raw-output '.items[] | "\(.kind)/\(.metadata.name)"'
}

restores() {
  kubectl get restores.velero.io --namespace "$VELERO" --selector "$ours" --output json
}

# Velero stops no restore, and would make the namespaces anew while one goes on.
end=$(($(date +%s) + TIMEOUT))
while [ "$(date +%s)" -lt "$end" ]; do
  there=$(restores)
  if [ "$(printf '%s\n' "$there" | jq 'all(.items[]; .status.phase as $phase
    | ["Completed", "PartiallyFailed", "Failed", "FailedValidation"] | index($phase))')" = true ]; then
    break
  fi
  sleep "$INTERVAL"
done

# A volume that was to be retained in production is not retained here.
retained=$(volumes_in_them)
for volume in $retained; do
  kubectl patch persistentvolume "$volume" --type merge \
    --patch '{"spec":{"persistentVolumeReclaimPolicy":"Delete"}}' || :
done
# All at once: each waits for the last of its pods.
doomed=$(printf '%s\n' "$namespaces" | jq --raw-output '.[]')
# shellcheck disable=SC2086 # each name is an argument
[ -z "$doomed" ] || kubectl delete namespace $doomed --ignore-not-found --wait --timeout "${TIMEOUT}s" || :

# Volumes go after their claims; what Velero restored outside of namespaces goes by nobody's hand.
attempt=0
while :; do
  left=$(left_behind) || left='what nobody says is gone'
  attempt=$((attempt + 1))
  if [ -z "$left" ] || [ "$attempt" -ge "$LOOKS" ]; then
    break
  fi
  sleep "$INTERVAL"
done
printf '%s' "$left" | jq --raw-input --slurp --compact-output 'split("\n") | map(select(. != ""))' >"$OUTPUTS/left-behind"
if [ -n "$left" ]; then
  printf 'left behind:\n%s\n' "$left" >&2
  exit 1
fi
echo 'nothing is left'
