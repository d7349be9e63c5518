# Waits until a workload runs, as completely as it says, and prints the names of its pods. Where it does
# not, says so as verify.sh wants it, and fails.
#
# usage: verify-workload KIND NAME SELECTOR
# environment: NAMESPACE, READY_WITHIN
set -eu
: "${NAMESPACE:?}" "${READY_WITHIN:?}"
kind=$1
name=$2
selector=$3
end=$(($(date +%s) + READY_WITHIN))

# say OUTCOME EXPECTED RECEIVED
say() {
  printf 'outcome: %s\nexpected: %s\nreceived: %s\ndetail: %s\n' \
    "$1" "$2" "$3" "in the namespace ${NAMESPACE}"
  exit 1
}

look() {
  kubectl get "$@" --namespace "${NAMESPACE}" --ignore-not-found --output json 2>&1
}

# Of the pods, for people: who is not ready, and why.
waiting() {
  printf '%s' "$1" | jq --raw-output '
    [.items[] | select(any(.status.conditions[]?; .type == "Ready" and .status == "True") | not)
      | .metadata.name + " is " + (
          [
            (.status.containerStatuses // [])[]
            | select(.ready | not)
            | (.state.waiting.reason // .state.terminated.reason // "not ready") as $why
            | .name + " " + $why
              + (if .lastState.terminated then ", exited with \(.lastState.terminated.exitCode)" else "" end)
          ]
          + [(.status.conditions // [])[] | select(.type == "PodScheduled" and .status == "False") | .message // .reason]
          | if . == [] then ["not ready"] else . end | join(", "))
    ] | if . == [] then "fewer pods" else join("; ") end'
}

while :; do
  found=$(look "${kind}.apps" "${name}") || say unclear "${kind} ${name}" "${found}"
  [ -n "${found}" ] || say damaged "${kind} ${name}" 'it is missing'
  # How many pods it wants and has; a controller that has not yet looked at it says nothing that counts.
  counts=$(printf '%s' "${found}" | jq --raw-output '
    [
      .spec.replicas // .status.desiredNumberScheduled // 0,
      if (.status.observedGeneration // 0) < (.metadata.generation // 0) then 0
      else .status.readyReplicas // .status.numberReady // 0 end
    ] | map(tostring) | join(" ")') || say unclear "${kind} ${name}" "${found}"
  wanted=${counts% *}
  ready=${counts#* }
  pods=$(look pods --selector "${selector}") || say unclear "pods of ${kind} ${name}" "${pods}"
  names=$(printf '%s' "${pods}" | jq --raw-output '
    [.items[] | select(.metadata.deletionTimestamp | not)
      | select(any(.status.conditions[]?; .type == "Ready" and .status == "True"))
      | .metadata.name] | sort | .[]') || say unclear "pods of ${kind} ${name}" "${pods}"
  if [ "${wanted}" -gt 0 ] && [ "${ready}" -ge "${wanted}" ] && [ -n "${names}" ]; then
    printf '%s\n' "${names}"
    exit 0
  fi
  [ "$(date +%s)" -lt "${end}" ] || break
  sleep 2
done
[ "${wanted}" -gt 0 ] || say unclear "pods of ${kind} ${name}" 'it is scaled to none, so that nothing runs'
why=$(waiting "${pods}")
say damaged "${wanted} ready pods of ${kind} ${name} within ${READY_WITHIN} s" "${ready} ready: ${why}"
