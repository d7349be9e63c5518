# Chooses for each namespace the newest backup that can serve it: it is Completed, in the location that is
# mounted, not expired and not being deleted, not later than the point in time, was complete before the
# disaster, and holds everything of the namespace that is declared. A backup is read until one can serve.
# Namespaces of one wave that come from one backup are one restore.
#
# environment:
#   DECLARED    file of the declared services, as JSON
#   SERVICES    JSON list of {service, namespace, target, wave}
#   CHECKS      JSON list of {check, namespace}: a check with its service, and the target
#   WAVES       JSON list of the waves in their order
#   REMAINDER   JSON list of namespaces that are left out where all that is not declared is restored, too, in
#               the last wave; null where only what is declared is restored
#   BACKUP      only this one is looked at; empty for all
#   BEFORE      RFC 3339 time in UTC at or before which it has to have begun; empty for now
#   DISASTER_AT RFC 3339 time in UTC before which it has to be complete; empty where nothing was lost, which
#               no restore to the place itself may say
#   LOCATION    name of the BackupStorageLocation
#   COPIES      off-site: volumes have to be in the bucket; any: snapshots of the region will do
#   BUCKET, REGION   of the backups
#   VELERO      namespace of Velero
#   OUTPUTS     folder of the results: started-at of this choice, services with their backups, and of each
#               wave restores-‹wave›, services-‹wave› and checks-‹wave›, those of a service together
# exits with 1 when a namespace has none; why each was refused is reported
set -eu
: "${DECLARED:?}" "${SERVICES:?}" "${CHECKS:?}" "${WAVES:?}" "${REMAINDER:?}" "${LOCATION:?}" "${COPIES:?}" \
  "${BUCKET:?}" "${REGION:?}" "${VELERO:?}" "${OUTPUTS:?}" "${BACKUP?}" "${BEFORE?}" "${DISASTER_AT?}"

now=$(date -u +%s)
stop() {
  printf '%s\n' "$1" >&2
  exit 1
}
# In Unix seconds; the second argument stands for an empty one.
moment() {
  if [ -z "$2" ]; then printf '%s' "$3"; else
    jq --null-input --arg at "$2" '$at | sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601' 2>/dev/null ||
      stop "$1 is a time in UTC such as 2026-11-24T01:55:00Z, not $2"
  fi
}
limit=$(moment before "$BEFORE" "$now")
disaster=$(moment disaster-at "$DISASTER_AT" null)
if [ "$disaster" = null ]; then
  in_place=$(printf '%s\n' "$SERVICES" | jq 'any(.[]; .target == .namespace)')
  [ "$in_place" = false ] || stop 'disaster-at is missing: say when the data was lost, such as 2026-11-24T01:55:00Z'
elif [ "$disaster" -gt "$now" ]; then
  stop "disaster-at is $DISASTER_AT, which is not over yet: say when the data was lost, in UTC"
fi

# What is declared comes from a backup of its own.
if [ "$REMAINDER" != null ]; then
  REMAINDER=$(jq --compact-output --argjson left_out "$REMAINDER" '[.[].namespace] + $left_out | unique' "$DECLARED")
fi

# What does not answer must stop this: in a pipe only the last command counts.
kubectl get backups.velero.io --namespace "$VELERO" --output json >"$OUTPUTS/backups"

# Judges all backups by their objects, and those that were read by what they hold.
judge() {
  jq --argjson services "$SERVICES" --argjson remainder "$REMAINDER" --arg name "$BACKUP" --argjson limit "$limit" \
    --argjson disaster "$disaster" --arg location "$LOCATION" --arg copies "$COPIES" --argjson now "$now" \
    --slurpfile contents "$OUTPUTS/contents" --slurpfile declared "$DECLARED" '
    # Go writes fractions of a second, which jq does not read.
    def instant: sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601;
    def snapshots: (.status.csiVolumeSnapshotsAttempted // 0) + (.status.volumeSnapshotsAttempted // 0);
    def everywhere: (.spec.includedNamespaces // []) | . == [] or index("*") != null;
    def includes($namespace):
      (.spec.excludedNamespaces // [] | index($namespace) == null) and
      (everywhere or (.spec.includedNamespaces | index($namespace) != null));
    def refusal:
      if .metadata.deletionTimestamp then "is being deleted"
      elif .status.phase != "Completed" then "is \(.status.phase // "New")"
      elif .spec.storageLocation != $location then "is in the location \(.spec.storageLocation)"
      elif (.status.startTimestamp | instant) > $limit then "began after \($limit | todateiso8601)"
      elif $disaster and (.status.startTimestamp | instant) >= $disaster
        then "began at \(.status.startTimestamp), not before the disaster"
      elif $disaster and (.status.completionTimestamp == null or (.status.completionTimestamp | instant) >= $disaster)
        then "was not complete when the disaster happened: it may hold a part of it"
      elif .status.expiration and (.status.expiration | instant) <= $now then "has expired"
      elif .spec.labelSelector or .spec.orLabelSelectors then "holds only what labels select"
      elif (.spec.includedResources // ["*"]) != ["*"] then "holds only some kinds"
      elif .spec.snapshotVolumes == false then "holds no volumes"
      elif $copies == "off-site" and snapshots > 0 and .spec.snapshotMoveData != true
        then "has snapshots that stay in their region"
      else null end;
    def has($labels): (.labels // {}) as $own | all($labels | to_entries[]; $own[.key] == .value);
    # What is declared of a namespace, of the services that are restored, and is not among the items.
    def missing($namespace): map(select(.namespace == $namespace)) as $within
      | $services[] | select(.namespace == $namespace) | $declared[0][.service]
      | (.workloads[] | . as $of | select(all($within[]; .kind != $of.kind or .name != $of.name))
          | "the \(.kind) \(.name)"),
        (.volumes | to_entries[] | select(.value.method != "skip") | .value.claimLabels as $labels
          | select(all($within[]; .kind != "PersistentVolumeClaim" or (has($labels) | not)))
          | "the claim of the volume \(.key)");
    def lacks($namespace): . as $items
      | if all(.[]; .kind != "Namespace" or .name != $namespace) then "does not hold the namespace \($namespace)"
        else [missing($namespace)] | unique | if . == [] then null else "does not hold \(join(", "))" end end;
    def newest: if . == [] then null else max_by(.started | instant) end;
    $contents[0] as $read
    | [.items[] | select($name == "" or .metadata.name == $name)
      | {name: .metadata.name, started: .status.startTimestamp, refusal: refusal, everywhere: everywhere,
        includes: [$services[].namespace as $namespace | select(includes($namespace)) | $namespace]}] as $backups
    | {
        namespaces: ($services | map(.namespace) | unique | map(. as $namespace
          | ($backups | map(.content = $read[.name] | .refusal = (.refusal
              // (if .includes | index($namespace) then null else "does not hold \($namespace)" end)
              // (.content | if . == null then null else .fault // (.items | lacks($namespace)) end)))) as $judged
          | ($judged | map(select(.refusal == null)) | newest) as $newest
          | {
            namespace: $namespace,
            chosen: ($newest | if . == null then null else {name, started} end),
            unread: ($newest | if . == null or .content then null else .name end),
            refused: ($judged | map(select(.refusal) | {name, started, refusal}))
          })),
        remainder: (if $remainder == null then null else $backups | map(select(.refusal == null and .everywhere
          and ($read[.name].fault == null))) | newest | if . == null then null else {name, started} end end)
      }
  ' "$OUTPUTS/backups" >"$OUTPUTS/judged"
}

# Of the archive of a backup, what is declared can lie there only; a folder stands for what is in it.
places=$(printf '%s\n' "$SERVICES" | jq --raw-output 'map(.namespace) | unique[]
  | "resources/namespaces/cluster/\(.).json", (("deployments.apps", "statefulsets.apps", "daemonsets.apps",
    "persistentvolumeclaims") as $resource | "resources/\($resource)/namespaces/\(.)")')

# Reads a backup to its end, and notes what of it is looked for.
# shellcheck disable=SC2086 # each place is an argument, and none has a space in it
read_content() {
  rm -f "$OUTPUTS/unread" "$OUTPUTS/damaged"
  { aws s3 cp --region "$REGION" "s3://$BUCKET/backups/$1/$1.tar.gz" - 2>"$OUTPUTS/said" || touch "$OUTPUTS/unread"; } |
    { gzip -dc 2>/dev/null || touch "$OUTPUTS/damaged"; } |
    # A place that the archive does not have is a failure to tar, and is judged by what is missing.
    { tar -xOf - $places 2>/dev/null || true; } |
    jq --null-input '{items: [inputs | {kind} + (.metadata | {namespace, name, labels})]}' \
      >"$OUTPUTS/content" 2>/dev/null || touch "$OUTPUTS/damaged"
  if [ -e "$OUTPUTS/unread" ]; then
    grep -q '(404)\|NoSuchKey' "$OUTPUTS/said" ||
      stop "the content of $1 cannot be read: $(tail -n 1 "$OUTPUTS/said")"
    printf '%s\n' '{"fault": "has lost its content: the bucket does not hold it"}' >"$OUTPUTS/content"
  elif [ -e "$OUTPUTS/damaged" ]; then
    printf '%s\n' '{"fault": "has a content that is damaged"}' >"$OUTPUTS/content"
  fi
  jq --arg name "$1" --slurpfile content "$OUTPUTS/content" '.[$name] = $content[0]' "$OUTPUTS/contents" \
    >"$OUTPUTS/read"
  mv "$OUTPUTS/read" "$OUTPUTS/contents"
}

printf '%s\n' '{}' >"$OUTPUTS/contents"
judge
while unread=$(jq --exit-status --raw-output '[.namespaces[].unread | values] | first' "$OUTPUTS/judged"); do
  read_content "$unread"
  judge
done
mv "$OUTPUTS/judged" "$OUTPUTS/choice"

jq --raw-output '[.namespaces[].refused[] | "\(.name) \(.refusal)"] | unique[]' "$OUTPUTS/choice"
unserved=$(jq --raw-output '.namespaces | map(select(.chosen == null).namespace) | join(", ")' "$OUTPUTS/choice")
if [ -n "$unserved" ]; then
  stop "no backup can serve $unserved"
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
