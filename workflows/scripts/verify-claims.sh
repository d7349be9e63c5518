# Says, as verify.sh wants it, which volumes of the check have no claim or one that is not bound, and
# fails; prints nothing where all are there.
#
# environment: CHECK, NAMESPACE
set -eu
: "${CHECK:?}" "${NAMESPACE:?}"

# say OUTCOME EXPECTED RECEIVED
say() {
  printf 'outcome: %s\nexpected: %s\nreceived: %s\ndetail: %s\n' \
    "$1" "$2" "$3" "in the namespace ${NAMESPACE}"
  exit 1
}

count=$(printf '%s' "${CHECK}" | jq '.claims | length')
index=0
while [ "${index}" -lt "${count}" ]; do
  volume=$(printf '%s' "${CHECK}" | jq --raw-output ".claims[${index}].volume")
  selector=$(printf '%s' "${CHECK}" | jq --raw-output ".claims[${index}].selector")
  index=$((index + 1))
  found=$(kubectl get persistentvolumeclaims --namespace "${NAMESPACE}" --selector "${selector}" \
    --output json 2>&1) || say unclear "claims of the volume ${volume}" "${found}"
  unbound=$(printf '%s' "${found}" | jq --raw-output '
    if .items == [] then "it has none"
    else [.items[] | select(.status.phase != "Bound") | .metadata.name + " is " + (.status.phase // "new")] | join(", ")
    end') || say unclear "claims of the volume ${volume}" "${found}"
  [ -z "${unbound}" ] || say damaged "bound claims of the volume ${volume}" "${unbound}"
done
