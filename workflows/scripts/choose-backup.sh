# Chooses the newest backup that can serve: it is Completed, in the location that is mounted, not expired
# and not being deleted, not later than the point in time, and holds everything of every namespace.
#
# environment:
#   NAMESPACES   JSON list of namespaces that must be in it
#   BACKUP       only this one is looked at; empty for all
#   BEFORE       RFC 3339 time at or before which it has to have begun; empty for now
#   LOCATION     name of the BackupStorageLocation
#   COPIES       off-site: volumes have to be in the bucket; any: snapshots of the region will do
#   VELERO       namespace of Velero
#   OUTPUTS      folder of the results: backup, its backup-started-at, and started-at of this choice
# exits with 1 when there is none; why each was refused is told
set -eu
: "${NAMESPACES:?}" "${LOCATION:?}" "${COPIES:?}" "${VELERO:?}" "${OUTPUTS:?}" "${BACKUP?}" \
  "${BEFORE?}"

now=$(date -u +%s)
# What does not answer must stop this: in a pipe only the last command counts.
kubectl get backups.velero.io --namespace "$VELERO" --output json >"$OUTPUTS/backups"
jq --argjson namespaces "$NAMESPACES" --arg name "$BACKUP" --arg before "$BEFORE" \
    --arg location "$LOCATION" --arg copies "$COPIES" --argjson now "$now" '
    # Go writes fractions of a second, which jq does not read; offsets other than Z are refused.
    def instant: sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601;
    def covers($namespace):
      (.spec.excludedNamespaces // [] | index($namespace) == null) and
      ((.spec.includedNamespaces // []) | . == [] or index("*") != null or index($namespace) != null);
    def snapshots: (.status.csiVolumeSnapshotsAttempted // 0) + (.status.volumeSnapshotsAttempted // 0);
    (if $before == "" then $now else $before | instant end) as $limit
    | def refusal:
        if .metadata.deletionTimestamp then "is being deleted"
        elif .status.phase != "Completed" then "is \(.status.phase // "New")"
        elif .spec.storageLocation != $location then "is in the location \(.spec.storageLocation)"
        elif (.status.startTimestamp | instant) > $limit then "began after \($limit | todateiso8601)"
        elif .status.expiration and (.status.expiration | instant) <= $now then "has expired"
        elif any($namespaces[] as $n | covers($n); not) then "does not hold \($namespaces | join(", "))"
        elif .spec.labelSelector or .spec.orLabelSelectors then "holds only what labels select"
        elif (.spec.includedResources // ["*"]) != ["*"] then "holds only some kinds"
        elif .spec.snapshotVolumes == false then "holds no volumes"
        elif $copies == "off-site" and snapshots > 0 and .spec.snapshotMoveData != true
          then "has snapshots that stay in their region"
        else null end;
    [.items[] | select($name == "" or .metadata.name == $name)
      | {name: .metadata.name, started: .status.startTimestamp, refusal: refusal}]
    | (map(select(.refusal == null)) | max_by(.started | instant)) as $chosen
    | {chosen: $chosen, refused: map(select(.refusal))}
  ' "$OUTPUTS/backups" >"$OUTPUTS/choice"

jq --raw-output '.refused[] | "\(.name) \(.refusal)"' "$OUTPUTS/choice"
if [ "$(jq '.chosen == null' "$OUTPUTS/choice")" != false ]; then
  echo 'no backup can serve' >&2
  exit 1
fi
jq --raw-output '.chosen.name' "$OUTPUTS/choice" >"$OUTPUTS/backup"
jq --raw-output '.chosen.started' "$OUTPUTS/choice" >"$OUTPUTS/backup-started-at"
jq --null-input --raw-output --argjson now "$now" '$now | todateiso8601' >"$OUTPUTS/started-at"
jq --raw-output '"chosen: \(.chosen.name), begun at \(.chosen.started)"' "$OUTPUTS/choice"
