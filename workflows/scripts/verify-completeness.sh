# Whether every workload of a service runs, and every volume that backups hold is there.
#
# environment: CHECK, NAMESPACE, SCRIPTS, READY_WITHIN
set -eu
: "${CHECK:?}" "${SCRIPTS:?}"
# Claims first: a pod whose claim is not bound never starts, and the claim is why.
sh "${SCRIPTS}/verify-claims.sh" || exit 0

count=$(printf '%s' "${CHECK}" | jq '.workloads | length')
running=''
index=0
while [ "${index}" -lt "${count}" ]; do
  words=$(printf '%s' "${CHECK}" | jq --raw-output ".workloads[${index}] | [.kind, .name, .selector] | @sh")
  eval "set -- ${words}"
  pods=$(sh "${SCRIPTS}/verify-workload.sh" "$@") || {
    printf '%s\n' "${pods}"
    exit 0
  }
  running="${running}${running:+, }$1 $2"
  index=$((index + 1))
done
volumes=$(printf '%s' "${CHECK}" | jq '.claims | length')
printf 'outcome: verified\nexpected: %s workloads and %s volumes\nreceived: all of them\ndetail: %s\n' \
  "${count}" "${volumes}" "${running}"
