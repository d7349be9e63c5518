#!/usr/bin/env bash
# Prints the environments that a plan would change, in their order, as an output of a step. Refuses one that nobody has to approve:
# GitHub makes an environment that is not there, without reviewers.
#
# approvals.sh FOLDER   that holds a folder plan-‹environment› for each; with ENVIRONMENTS, all of them as JSON
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=github.sh
. "$(dirname "$0")/github.sh"

changed=()
for environment in $(jq -r '.[].environment' <<<"$ENVIRONMENTS"); do
  plans=("$1/plan-$environment"/*.json)
  [ -e "${plans[0]}" ] || continue
  [ "$(jq --slurp 'any(.[]; .outcome == "changed" and (.person | not))' "${plans[@]}")" = true ] || continue
  changed+=("$environment")
  answer=$(github GET "environments/$environment" || true)
  if [ "$(jq 'any(.protection_rules[]?; .type == "required_reviewers")' <<<"${answer:-null}")" != true ]; then
    printf '::error::Nobody has to approve %s: in Settings, Environments, make the environment %s with required reviewers, then run this again.\n' \
      "$environment" "$environment" >&2
    exit 1
  fi
done
jq -r '"environments=\([.[] | select(.environment | IN($ARGS.positional[]))] | tojson)"' --args "${changed[@]}" <<<"$ENVIRONMENTS"
