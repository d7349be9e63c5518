#!/usr/bin/env bash
# Judges the rendered files by every policy: as SARIF in FILE, and as annotations where something stands in the way.
#
# judge.sh FILE
set -euo pipefail

npm run --silent resilience -- check --format sarif >"$1" ||
  npm run --silent resilience -- check --format github
