#!/usr/bin/env bash
# Writes to FOLDER/diagnosis.txt what is wrong with the cluster of an environment, or nothing.
#
# examine.sh FOLDER   with ENVIRONMENT
set -euo pipefail

eval "$(npm run --silent resilience -- names --env "$ENVIRONMENT")"
aws eks update-kubeconfig --region "$AWS_REGION" --name "$CLUSTER_NAME" >/dev/null
mkdir -p "$1"
if npm run --silent resilience -- doctor --env "$ENVIRONMENT" >"$1/diagnosis.txt"; then : >"$1/diagnosis.txt"; fi
