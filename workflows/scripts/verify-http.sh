# Whether every pod of a workload answers a request with a status from 200 to 299. The request goes
# through the API server into the pod's own network, so that no NetworkPolicy has to let it in.
#
# environment: CHECK, NAMESPACE, SCRIPTS, READY_WITHIN, CONNECT_WITHIN
set -eu
: "${CHECK:?}" "${NAMESPACE:?}" "${SCRIPTS:?}" "${CONNECT_WITHIN:?}"
port=$(printf '%s' "${CHECK}" | jq '.port')
path=$(printf '%s' "${CHECK}" | jq --raw-output '.path')
words=$(printf '%s' "${CHECK}" | jq --raw-output '.workloads[0] | [.kind, .name, .selector] | @sh')
eval "set -- ${words}"
pods=$(sh "${SCRIPTS}/verify-workload.sh" "$@") || {
  printf '%s\n' "${pods}"
  exit 0
}
folder=$(mktemp -d)
forward=''
close() {
  [ -z "${forward}" ] || kill "${forward}" 2>/dev/null || :
  forward=''
}
trap 'close; rm -rf "${folder}"' EXIT
trap 'exit 1' INT TERM

# say OUTCOME RECEIVED DETAIL
say() {
  printf 'outcome: %s\nexpected: a status from 200 to 299 at %s\nreceived: %s\ndetail: %s\n' \
    "$1" "${path}" "$2" "$3"
  exit 0
}

# Leaves the port on this side in $local_port, or what kubectl said in $failed.
open() {
  local_port=''
  # What is read below is there, and of this attempt, before kubectl says anything.
  : >"${folder}/said"
  kubectl port-forward --namespace "${NAMESPACE}" --address 127.0.0.1 "pod/$1" ":${port}" \
    >"${folder}/said" 2>&1 </dev/null &
  forward=$!
  tries=0
  while [ "${tries}" -lt 20 ]; do
    said=$(cat "${folder}/said")
    case "${said}" in
      *'Forwarding from 127.0.0.1:'*)
        local_port=${said#*127.0.0.1:}
        local_port=${local_port%% *}
        return
        ;;
      *) ;;
    esac
    kill -0 "${forward}" 2>/dev/null || return 0
    tries=$((tries + 1))
    sleep 1
  done
}

for pod in ${pods}; do
  end=$(($(date +%s) + CONNECT_WITHIN))
  while :; do
    open "${pod}"
    [ -n "${local_port}" ] || {
      said=$(cat "${folder}/said")
      say unclear "${said:-kubectl port-forward says nothing}" "pod ${pod}"
    }
    status=$(curl --silent --output /dev/null --max-time 10 --write-out '%{http_code}' \
      "http://127.0.0.1:${local_port}${path}") || status=none
    close
    case "${status}" in
      2??) break ;;
      *) ;;
    esac
    [ "$(date +%s)" -lt "${end}" ] || say damaged "status ${status}" "pod ${pod}"
    sleep 2
  done
done
say verified "status ${status}" "of $(printf '%s\n' "${pods}" | wc -l | tr -d ' ') pods"
