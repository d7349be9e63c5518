#!/usr/bin/env bash
# Writes what a pull request changes, by its meaning, and names the stacks that it touches.
#
# compare.sh FILE   with BASE, the commit to compare with
set -euo pipefail

status=0
npm run --silent resilience -- diff "$BASE" --format markdown >"$1" || status=$?
# 1 says that something became weaker: a reviewer decides on that.
[ "$status" -le 1 ]
cat "$1" >>"$GITHUB_STEP_SUMMARY"
npm run --silent resilience -- stacks --touched "$BASE" --json |
  jq -r '"plans=\([.result.environments[] | select(.planRole)] | tojson)"' >>"$GITHUB_OUTPUT"
