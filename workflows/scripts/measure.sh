# Measures what was promised: how long it took until everything was verified, how old the newest data was,
# and how much was moved and made in a second.
#
# environment:
#   SERVICES            JSON list of {service, …}
#   STARTED_AT          RFC 3339: when the backup was chosen
#   DISASTER_AT         RFC 3339: when the data was lost; empty for the start
#   BACKUP_STARTED_AT   RFC 3339
#   SCENARIO            the disaster that was practised
#   RESTORE             name of the Restore
#   VELERO              namespace of Velero
#   OUTPUTS             folder of the results: services, a JSON list of {service, scenario,
#                       recoveryTimeSeconds, dataLossSeconds}, and rates, as JSON {bytes, objects} per second
set -eu
: "${SERVICES:?}" "${STARTED_AT:?}" "${BACKUP_STARTED_AT:?}" "${SCENARIO:?}" "${RESTORE:?}" \
  "${VELERO:?}" "${OUTPUTS:?}" "${DISASTER_AT?}"

kubectl get restores.velero.io "$RESTORE" --namespace "$VELERO" --output json >"$OUTPUTS/restore"
kubectl get datadownloads.velero.io,podvolumerestores.velero.io --namespace "$VELERO" \
  --selector "velero.io/restore-name=$RESTORE" --output json >"$OUTPUTS/moves"

jq --null-input --argjson services "$SERVICES" --arg started "$STARTED_AT" --arg disaster "$DISASTER_AT" \
  --arg backup "$BACKUP_STARTED_AT" --arg scenario "$SCENARIO" '
  def instant: sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601;
  (if $disaster == "" then $started else $disaster end) as $lost
  | {
      recoveryTimeSeconds: ((now | floor) - ($started | instant)),
      dataLossSeconds: (($lost | instant) - ($backup | instant))
    } as $measured
  | $services | map({service, scenario: $scenario} + $measured)
' >"$OUTPUTS/services"

jq --null-input --slurpfile restore "$OUTPUTS/restore" --slurpfile moves "$OUTPUTS/moves" '
  def instant: sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601;
  def per($seconds): if . > 0 and $seconds > 0 then . / $seconds else null end;
  $restore[0].status as $of
  | [$moves[0].items[].status | select(.startTimestamp and .completionTimestamp)] as $moved
  | {
      bytes: (if $moved == [] then null else
        ([$moved[].progress.totalBytes // 0] | add) | per(
          ([$moved[].completionTimestamp | instant] | max) - ([$moved[].startTimestamp | instant] | min)) end),
      objects: ($of.progress.itemsRestored // 0
        | per(($of.completionTimestamp | instant) - ($of.startTimestamp | instant)))
    }
' >"$OUTPUTS/rates"
cat "$OUTPUTS/services" "$OUTPUTS/rates"
