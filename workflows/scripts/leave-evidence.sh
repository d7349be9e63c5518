# Writes the report of this run, and leaves it with its checksum in the evidence bucket, where nobody can
# change it.
#
# environment:
#   WORKFLOW      name of this workflow
#   OUTCOME       status of the workflow as Argo says it: Succeeded, Failed or Error
#   DRILL         name of the drill; empty for a recovery
#   RUNBOOK       name of what was run
#   ENVIRONMENT   name of the environment
#   SCENARIO      the disaster that was practised
#   APPLICATION, ARGOCD   ArgoCD's application of this layer and its namespace
#   BUCKET, REGION        of the evidence
#   VELERO        namespace of Velero and of this workflow
#   OUTPUTS       folder of the results: outcome, succeeded (1 or 0), timestamp (Unix seconds) and report (its key)
# exits with 1 when the report is not there afterwards
set -eu
: "${WORKFLOW:?}" "${OUTCOME:?}" "${RUNBOOK:?}" "${SCENARIO:?}" "${ENVIRONMENT:?}" \
  "${APPLICATION:?}" "${ARGOCD:?}" "${BUCKET:?}" "${REGION:?}" "${VELERO:?}" "${OUTPUTS:?}" \
  "${DRILL?}"

kubectl get workflows.argoproj.io "$WORKFLOW" --namespace "$VELERO" --output json >"$OUTPUTS/workflow.json"
revision=$(kubectl get applications.argoproj.io "$APPLICATION" --namespace "$ARGOCD" --output json |
  jq --raw-output '.status.sync.revision // ""') || revision=''

jq --arg outcome "$OUTCOME" --arg scenario "$SCENARIO" --arg drill "$DRILL" --arg environment "$ENVIRONMENT" --arg revision "$revision" '
  def seconds: (.finishedAt // (now | todateiso8601) | fromdateiso8601) - (.startedAt | fromdateiso8601);
  def parameter($name): .outputs.parameters // [] | map(select(.name == $name)) | first | .value;
  def null_if_empty: if . == "" then null else . end;
  def step: .displayName | sub("\\(.*"; "");
  # Of a step that is made for each wave, or for each of a list.
  def template: .templateName // step;
  def slowest: map(values) | min;
  . as $workflow
  | [.status.nodes // {} | .[] | select(.type == "Pod" or .type == "Suspend" or .type == "Retry")
    | select(.nodeFlag.retried != true and .startedAt != null)] | sort_by(.startedAt)
  | ([.[] | select(step == "clean-up")] | first) as $cleaned
  | ([.[] | select(step == "choose-backup")] | first) as $choice
  | ([.[] | select(step == "plan")] | first) as $plan
  | [.[] | select(template == "measure")] as $measures
  | ([.[] | select(template == "verify") | parameter("finding") // empty | fromjson]) as $checks
  | [$measures[] | parameter("services") // "[]" | fromjson[]] as $measured
  | [$measures[] | parameter("rates") // empty | fromjson] as $rates
  # What was restored is then from after the disaster, and no recovery.
  | any($measured[]; .dataLossSeconds < 0) as $late
  | ($outcome == "Succeeded" and ($late | not)) as $succeeded
  | {
      drill: ($drill | null_if_empty), environment: $environment, workflow: $workflow.metadata.name,
      startedAt: $workflow.status.startedAt, finishedAt: (now | todateiso8601),
      outcome: (if $succeeded then "succeeded" else "failed" end),
      failedStep: (if $succeeded then null elif $late then "measure" else
        [.[] | select((.phase == "Failed" or .phase == "Error") and step != "clean-up")]
          | min_by(.finishedAt) | if . then step else "unknown" end end),
      steps: [.[] | select(.phase != "Omitted" and .phase != "Skipped" and step != "leave-evidence")
        | {name: template, seconds: seconds}],
      services: [($choice | parameter("services")) // ($plan | parameter("services")) // "[]" | fromjson[]
        | .service as $service
        | ([$measured[] | select(.service == $service)] | first) as $of
        | {service: $service, scenario: $scenario, backup: .backup,
            checks: [$checks[] | select(.service == $service)],
            recoveryTimeSeconds: $of.recoveryTimeSeconds, dataLossSeconds: (if $late then null else $of.dataLossSeconds end)}],
      rates: {bytes: ([$rates[].bytes] | slowest), objects: ([$rates[].objects] | slowest)},
      leftBehind: ($cleaned | parameter("left-behind") // "[]" | fromjson),
      layerRevision: ($revision | null_if_empty)
    }
' "$OUTPUTS/workflow.json" >"$OUTPUTS/report.json"

if [ -n "$DRILL" ]; then folder="drills/$DRILL"; else folder="recoveries/$RUNBOOK"; fi
key="$folder/$(date -u +%Y/%m)/$WORKFLOW.json"
(cd "$OUTPUTS" && sha256sum report.json | sed "s|report.json|$WORKFLOW.json|" >report.sha256)
put() {
  aws s3api put-object --region "$REGION" --bucket "$BUCKET" --key "$2" --body "$1" \
    --content-type "$3" --checksum-algorithm SHA256 >/dev/null
}
put "$OUTPUTS/report.json" "$key" application/json
put "$OUTPUTS/report.sha256" "$key.sha256" text/plain
aws s3api head-object --region "$REGION" --bucket "$BUCKET" --key "$key" >/dev/null

jq --raw-output .outcome "$OUTPUTS/report.json" >"$OUTPUTS/outcome"
jq 'if .outcome == "succeeded" then 1 else 0 end' "$OUTPUTS/report.json" >"$OUTPUTS/succeeded"
date -u +%s >"$OUTPUTS/timestamp"
printf '%s' "$key" >"$OUTPUTS/report"
cat "$OUTPUTS/report.json"
