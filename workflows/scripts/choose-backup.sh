# Chooses for each namespace the newest backup that can serve it: it is Completed, in the location that is
# mounted, not expired and not being deleted, not later than the point in time, and holds everything of the
# namespace. Namespaces of one wave that come from one backup are one restore.
#
# environment:
#   SERVICES    JSON list of {service, namespace, target, wave}
#   CHECKS      JSON list of {check, namespace}: a check with its service, and the target
#   WAVES       JSON list of the waves in their order
#   REMAINDER   JSON list of the namespaces that are not restored with all that is not declared, in the last
#               wave; null where only what is declared is restored
#   BACKUP      only this one is looked at; empty for all
#   BEFORE      RFC 3339 time at or before which it has to have begun; empty for now
#   LOCATION    name of the BackupStorageLocation
#   COPIES      off-site: volumes have to be in the bucket; any: snapshots of the region will do
#   VELERO      namespace of Velero
#   OUTPUTS     folder of the results: started-at of this choice, services with their backups, and of each
#               wave restores-‹wave›, services-‹wave› and checks-‹wave›, those of a service together
# exits with 1 when a namespace has none; why each was refused is told
set -eu
: "${SERVICES:?}" "${CHECKS:?}" "${WAVES:?}" "${REMAINDER:?}" "${LOCATION:?}" "${COPIES:?}" \
  "${VELERO:?}" "${OUTPUTS:?}" "${BACKUP?}" "${BEFORE?}"

now=$(date -u +%s)
# What does not answer must stop this: in a pipe only the last command counts.
kubectl get backups.velero.io --namespace "$VELERO" --output json >"$OUTPUTS/backups"
jq --argjson services "$SERVICES" --argjson remainder "$REMAINDER" --arg name "$BACKUP" --arg before "$BEFORE" \
  --arg location "$LOCATION" --arg copies "$COPIES" --argjson now "$now" '
    # Go writes fractions of a second, which jq does not read; offsets other than Z are refused.
    def instant: sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601;
    def snapshots: (.status.csiVolumeSnapshotsAttempted // 0) + (.status.volumeSnapshotsAttempted // 0);
    def everywhere: (.spec.includedNamespaces // []) | . == [] or index("*") != null;
    def holds($namespace):
      (.spec.excludedNamespaces // [] | index($namespace) == null) and
      (everywhere or (.spec.includedNamespaces | index($namespace) != null));
    (if $before == "" then $now else $before | instant end) as $limit
    | def refusal:
        if .metadata.deletionTimestamp then "is being deleted"
        elif .status.phase != "Completed" then "is \(.status.phase // "New")"
        elif .spec.storageLocation != $location then "is in the location \(.spec.storageLocation)"
        elif (.status.startTimestamp | instant) > $limit then "began after \($limit | todateiso8601)"
        elif .status.expiration and (.status.expiration | instant) <= $now then "has expired"
        elif .spec.labelSelector or .spec.orLabelSelectors then "holds only what labels select"
        elif (.spec.includedResources // ["*"]) != ["*"] then "holds only some kinds"
        elif .spec.snapshotVolumes == false then "holds no volumes"
        elif $copies == "off-site" and snapshots > 0 and .spec.snapshotMoveData != true
          then "has snapshots that stay in their region"
        else null end;
      def newest: if . == [] then null else max_by(.started | instant) | {name, started} end;
    [.items[] | select($name == "" or .metadata.name == $name)
      | {name: .metadata.name, started: .status.startTimestamp, refusal: refusal} as $judged
      | . as $backup
      | $judged + {everywhere: everywhere, holds: [$services[].namespace | select(. as $n | $backup | holds($n))]}]
    | . as $backups
    | {
        namespaces: ($services | map(.namespace) | unique | map(. as $namespace | {
          namespace: $namespace,
          chosen: ($backups | map(select(.refusal == null and (.holds | index($namespace)))) | newest),
          refused: ($backups | map(.refusal = (.refusal
              // if .holds | index($namespace) then null else "does not hold \($namespace)" end)
            | select(.refusal) | {name, started, refusal}))
        })),
        remainder: (if $remainder == null then null
          else $backups | map(select(.refusal == null and .everywhere)) | newest end)
      }
  ' "$OUTPUTS/backups" >"$OUTPUTS/choice"

jq --raw-output '[.namespaces[].refused[] | "\(.name) \(.refusal)"] | unique[]' "$OUTPUTS/choice"
unserved=$(jq --raw-output '.namespaces | map(select(.chosen == null).namespace) | join(", ")' "$OUTPUTS/choice")
if [ -n "$unserved" ]; then
  printf 'no backup can serve %s\n' "$unserved" >&2
  exit 1
fi
jq --raw-output '.namespaces[] | "\(.namespace) from \(.chosen.name), begun at \(.chosen.started)"' "$OUTPUTS/choice"
if [ "$REMAINDER" != null ]; then
  jq --raw-output 'if .remainder then "all else from \(.remainder.name), begun at \(.remainder.started)"
    else "what is not declared cannot be restored: no backup holds all namespaces" end' "$OUTPUTS/choice"
fi

jq --argjson services "$SERVICES" --argjson checks "$CHECKS" --argjson waves "$WAVES" --argjson remainder "$REMAINDER" '
  (.namespaces | map({(.namespace): .chosen}) | add) as $chosen
  | .remainder as $rest
  | ($services | map(. + {backup: $chosen[.namespace].name, backupStartedAt: $chosen[.namespace].started})) as $served
  | [($waves[] as $wave | $served | map(select(.wave == $wave)) | group_by(.backup)[]
        | {wave: $wave, backup: .[0].backup, namespaces: (map(.namespace) | unique), excluded: []}),
      (select($rest) | {wave: $waves[-1], backup: $rest.name, namespaces: ["*"], excluded: $remainder})]
  | to_entries | map(.value + {restore: "\(.key + 1)"})
  | . as $restores
  | {services: $served} + ($waves | map(. as $wave | ($served | map(select(.wave == $wave))) as $of | {
      "restores-\($wave)": ($restores | map(select(.wave == $wave))),
      "services-\($wave)": $of,
      "checks-\($wave)": [$checks | group_by(.check.service)[] | {checks: [.[] | . as $check
        | ([$of[] | select(.target == $check.namespace)] | first) | select(.)
        | $check + {backupStartedAt}]} | select(.checks != [])]
    }) | add)
' "$OUTPUTS/choice" >"$OUTPUTS/chosen"
for result in $(jq --raw-output 'keys[]' "$OUTPUTS/chosen"); do
  jq --compact-output ".[\"$result\"]" "$OUTPUTS/chosen" >"$OUTPUTS/$result"
done
jq --null-input --raw-output --argjson now "$now" '$now | todateiso8601' >"$OUTPUTS/started-at"
