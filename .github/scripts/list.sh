#!/usr/bin/env bash
# Prints the environments that fit a filter of jq, with their roles and stacks, as an output of a step.
#
# list.sh FILTER
set -euo pipefail

npm run --silent resilience -- stacks --json |
  jq -r "\"environments=\\([.result.environments[] | select($1)] | tojson)\""
