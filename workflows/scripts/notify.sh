# Tells a channel of Slack how a run ended.
#
# environment:
#   WEBHOOK       address of the channel; a secret, never printed and not an argument of any process
#   WORKFLOW, ENVIRONMENT, RUNBOOK
#   OUTCOME       status of the workflow as Argo says it
#   FAILURES      what Argo says of the steps that failed, as JSON
# exits with 1 when nobody could be told
set -eu
: "${WEBHOOK:?}" "${WORKFLOW:?}" "${ENVIRONMENT:?}" "${RUNBOOK:?}" "${OUTCOME:?}" "${OUTPUTS:?}" \
  "${FAILURES?}"

jq --null-input --arg workflow "$WORKFLOW" --arg environment "$ENVIRONMENT" --arg runbook "$RUNBOOK" \
  --arg outcome "$OUTCOME" --arg failures "$FAILURES" '
  ($failures | (fromjson? // []) | if type == "string" then (fromjson? // []) else . end) as $steps
  | {text: "\($environment): \($runbook) \($outcome) (\($workflow))\(
      if $steps == [] then "" else ": " + ([$steps[] | .displayName] | join(", ")) end)"}
' >"$OUTPUTS/message"
printf 'url = "%s"\n' "$WEBHOOK" |
  curl --config - --fail --silent --show-error --max-time 30 --retry 3 \
    --header 'Content-Type: application/json' --data @"$OUTPUTS/message" >/dev/null
