# Whether a namespace has as many objects of a kind as a service says.
#
# environment: CHECK, NAMESPACE
set -eu
: "${CHECK:?}" "${NAMESPACE:?}"
resource=$(printf '%s' "${CHECK}" | jq --raw-output '.resource')
at_least=$(printf '%s' "${CHECK}" | jq '.atLeast')

# say OUTCOME RECEIVED
say() {
  printf 'outcome: %s\nexpected: at least %s of %s\nreceived: %s\ndetail: %s\n' \
    "$1" "${at_least}" "${resource}" "$2" "in the namespace ${NAMESPACE}"
  exit 0
}

found=$(kubectl get "${resource}" --namespace "${NAMESPACE}" --output name 2>&1) || case "${found}" in
  # The definition of the resource was not restored, nor can any object of it be.
  *"the server doesn't have a resource type"*) say damaged 'the cluster does not know the resource' ;;
  *) say unclear "${found}" ;;
esac
count=0
while IFS= read -r line; do
  # A warning of the server is among the lines, but names nothing.
  case "${line}" in
    */* | '') ;;
    *) continue ;;
  esac
  [ -z "${line}" ] || count=$((count + 1))
done <<END
${found}
END
[ "${count}" -ge "${at_least}" ] || say damaged "${count}"
say verified "${count}"
