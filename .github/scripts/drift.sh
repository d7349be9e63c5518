#!/usr/bin/env bash
# Prints what differs from Git as Markdown for one issue: a marker alone where nothing does.
#
# drift.sh FOLDER   that holds plan-‹environment› as plan.sh leaves it, and cluster-‹environment›/diagnosis.txt; with
# ENVIRONMENTS, all of them as JSON
set -euo pipefail

printf '<!-- resilience-drift -->\n'
plans=("$1"/plan-*/*.json)
if [ -e "${plans[0]}" ] && [ "$(jq --slurp 'any(.[]; .outcome != "unchanged")' "${plans[@]}")" = true ]; then
  "$(dirname "$0")/plans.sh" resilience-drift "$1"/plan-* | tail -n +2
  printf '\nWhat is right in AWS belongs into the declaration; what is wrong there goes by the next apply.\n'
fi
for environment in $(jq -r '.[].environment' <<<"$ENVIRONMENTS"); do
  set -- "$1" "$1/plan-$environment"/*.json
  if [ ! -e "$2" ]; then printf '\n%s could not be planned: the run says why.\n' "$environment"; fi
done
for diagnosis in "$1"/cluster-*/diagnosis.txt; do
  if [ ! -s "$diagnosis" ]; then continue; fi
  environment=$(basename "$(dirname "$diagnosis")")
  printf '\n## Cluster of %s\n\n' "${environment#cluster-}"
  sed 's/^/    /' "$diagnosis"
done
