#!/usr/bin/env bash
# Writes to FOLDER/diagnosis.txt what is wrong in the cluster of an environment, or nothing. What the role of pipelines
# may not read, such as Secrets, is left out; a cluster of which nothing can be read is an error.
#
# examine.sh FOLDER   with ENVIRONMENT
set -euo pipefail

eval "$(npm run --silent resilience -- names --env "$ENVIRONMENT")"
aws eks update-kubeconfig --region "$AWS_REGION" --name "$CLUSTER_NAME" >/dev/null
mkdir -p "$1"
diagnosis=$1/diagnosis.json
npm run --silent resilience -- doctor --env "$ENVIRONMENT" --json >"$diagnosis" || true
jq --exit-status 'any(.result.groups[] | select(.group == "Velero") | .checks[]; .state != "unknown")' "$diagnosis" >/dev/null || {
  printf '::error::The cluster of %s cannot be examined: look at the runner, and at what the role of pipelines may read.\n' "$ENVIRONMENT" >&2
  exit 1
}
jq -r '.result.groups[] | select(.group == "cluster" or .group == "Velero") | .checks[] | select(.state == "wrong")
  | "\(.subject): \(.found)"' "$diagnosis" >"$1/diagnosis.txt"
rm "$diagnosis"
