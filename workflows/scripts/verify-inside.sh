# Makes a check of data where the data is: in the workload's own container, by a script that is sent to
# its shell, in every pod of the workload until one is found damaged.
#
# environment: CHECK, NAMESPACE, BACKUP_STARTED_AT, SCRIPTS, READY_WITHIN, CONNECT_WITHIN
set -eu
: "${CHECK:?}" "${NAMESPACE:?}" "${BACKUP_STARTED_AT:?}" "${SCRIPTS:?}" "${CONNECT_WITHIN:?}"
line_end='
'
sh "${SCRIPTS}/verify-claims.sh" || exit 0

asked() {
  printf '%s' "${CHECK}" | jq --raw-output "$1"
}

words=$(asked '.workloads[0] | [.kind, .name, .selector] | @sh')
eval "set -- ${words}"
pods=$(sh "${SCRIPTS}/verify-workload.sh" "$@") || {
  printf '%s\n' "${pods}"
  exit 0
}

container=$(asked '.container')
timeout=$(asked '.timeout.seconds')
end=$(($(date +%s) + timeout))
inner=$(asked 'if .check == "checksums" then "checksums" else .engine + "-" + .check end')
case "${inner}" in
  checksums) parts="verify-finding.sh verify-checksums.sh" ;;
  postgres-*) parts="verify-finding.sh verify-postgres.sh verify-database.sh verify-${inner}.sh" ;;
  mysql-*) parts="verify-finding.sh verify-mysql.sh verify-database.sh verify-${inner}.sh" ;;
  *)
    printf 'no such check: %s\n' "${inner}"
    exit 1
    ;;
esac

# Where the time of the backup less what is allowed is asked for, it is without its signs.
words=$(printf '%s' "${CHECK}" | jq --raw-output --arg started "${BACKUP_STARTED_AT}" '
  def database: [.database] + .client;
  if .check == "row-count" then [.table, .atLeast] + database
  elif .check == "newest-row" then [.table, .column, $started, .within.seconds] + database
  elif .engine == "postgres" then [.pageChecksums, .indexes] + database
  elif .engine == "mysql" then database
  else
    [.path, .manifest, (($started | fromdateiso8601) - .within.seconds | strftime("%Y%m%d%H%M%S"))]
  end | map(tostring) | @sh')
eval "set -- ${words}"

# The volume itself has to be where the check looks, and not a folder of the image.
mounted() {
  kubectl get pod "$1" --namespace "${NAMESPACE}" --output json 2>&1 | jq --raw-output \
    --arg container "${container}" --arg path "$2" '
      [.spec.volumes[]? | select(.persistentVolumeClaim) | .name] as $claimed
      | any(.spec.containers[]? | select(.name == $container) | .volumeMounts[]?;
          .mountPath == $path and (.name | IN($claimed[])))'
}

for pod in ${pods}; do
  if [ "${inner}" = checksums ]; then
    is_mounted=$(mounted "${pod}" "$1")
    [ "${is_mounted}" = true ] || {
      printf 'outcome: damaged\nexpected: a claim that %s mounts at %s\nreceived: none\ndetail: pod %s\n' \
        "${container}" "$1" "${pod}"
      exit 0
    }
  fi
  left=$((end - $(date +%s)))
  [ "${left}" -gt 0 ] || left=1
  patience=$((CONNECT_WITHIN < left ? CONNECT_WITHIN : left))
  # Inside, the time is kept, too; more is left here so that it can be told there.
  said=$(for part in ${parts}; do cat "${SCRIPTS}/${part}"; done |
    timeout "$((left + 20))" kubectl exec --stdin --namespace "${NAMESPACE}" "${pod}" \
      --container "${container}" -- sh -s -- "${left}" "${patience}" "$@" 2>&1) || said="${said}
kubectl exec ended with $?"
  case "${line_end}${said}${line_end}" in
    *"${line_end}outcome: verified${line_end}"*) ;;
    *)
      printf '%s\npod: %s\n' "${said}" "${pod}"
      exit 0
      ;;
  esac
done
printf '%s\npod: %s\n' "${said}" "$(printf '%s' "${pods}" | tr '\n' ' ')"
