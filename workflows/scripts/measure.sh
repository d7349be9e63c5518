# Measures what was promised: how long it took until everything was verified, how old the newest data was,
# and how much was moved and made in a second. A rate is told only where it went on for so long that the start
# of a mover, some ten seconds, or of a restore is small beside it; a restore lasts until its volumes are there,
# so that of one which moves any nobody knows how long its objects took.
#
# environment:
#   SERVICES      JSON list of {service, backupStartedAt, …}
#   STARTED_AT    RFC 3339: when the backups were chosen
#   DISASTER_AT   RFC 3339: when the data was lost; empty for the start
#   SCENARIO      the disaster that was practised
#   WORKFLOW      name of this workflow
#   RESTORES      JSON list of {restore, …}: the ends of the names of its Restores
#   VELERO        namespace of Velero
#   OUTPUTS       folder of the results: services, a JSON list of {service, scenario, recoveryTimeSeconds,
#                 dataLossSeconds}, and rates, as JSON {bytes, objects} per second, null where they are not told
# exits with 1 when a backup began after the disaster: it holds what was left, and no loss can be measured
set -eu
: "${SERVICES:?}" "${STARTED_AT:?}" "${SCENARIO:?}" "${WORKFLOW:?}" "${RESTORES:?}" "${VELERO:?}" \
  "${OUTPUTS:?}" "${DISASTER_AT?}"

names=$(printf '%s\n' "$RESTORES" | jq --raw-output --arg workflow "$WORKFLOW" 'map("\($workflow)-\(.restore)") | join(",")')
kubectl get restores.velero.io --namespace "$VELERO" --selector "resilience-layer/workflow=$WORKFLOW" \
  --output json >"$OUTPUTS/restores"
kubectl get datadownloads.velero.io,podvolumerestores.velero.io --namespace "$VELERO" \
  --selector "velero.io/restore-name in ($names)" --output json >"$OUTPUTS/moves"

jq --null-input --argjson services "$SERVICES" --arg started "$STARTED_AT" --arg disaster "$DISASTER_AT" \
  --arg scenario "$SCENARIO" '
  def instant: sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601;
  (if $disaster == "" then $started else $disaster end | instant) as $lost
  | ((now | floor) - ($started | instant)) as $taken
  | $services | map({
      service, scenario: $scenario,
      recoveryTimeSeconds: $taken, dataLossSeconds: ($lost - (.backupStartedAt | instant))
    })
' >"$OUTPUTS/measured"
late=$(jq --raw-output --arg disaster "${DISASTER_AT:-$STARTED_AT}" '.[] | select(.dataLossSeconds < 0)
  | "the backup of \(.service) began \(- .dataLossSeconds) seconds after the disaster at \($disaster)"' "$OUTPUTS/measured")
if [ -n "$late" ]; then
  printf '%s\n' "$late" 'it holds what the disaster has left: restore again with an earlier disaster-at, or with a backup by name' >&2
  exit 1
fi
mv "$OUTPUTS/measured" "$OUTPUTS/services"

jq --null-input --slurpfile restores "$OUTPUTS/restores" --slurpfile moves "$OUTPUTS/moves" --arg names "$names" '
  def instant: sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601;
  def per($seconds; $least): if . > 0 and $seconds >= $least then . / $seconds else null end;
  def span: (.completionTimestamp | instant) - (.startTimestamp | instant);
  ($names | split(",")) as $ours
  | [$restores[0].items[] | select(.metadata.name as $name | $ours | index($name)) | .status] as $restored
  | [$moves[0].items[].status | select(.startTimestamp and .completionTimestamp)] as $moved
  | {
      bytes: (if $moved == [] then null else
        ([$moved[].progress.totalBytes // 0] | add) | per(
          ([$moved[].completionTimestamp | instant] | max) - ([$moved[].startTimestamp | instant] | min); 300) end),
      objects: (if $moved != [] then null else
        [$restored[].progress.itemsRestored // 0] | add // 0 | per([$restored[] | span] | add // 0; 60) end)
    }
' >"$OUTPUTS/rates"
cat "$OUTPUTS/services" "$OUTPUTS/rates"
