#!/usr/bin/env bash
# Makes FILE the one comment of the pull request that begins with the first line of FILE, a hidden marker.
#
# comment.sh FILE   with PULL_REQUEST, its number
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR source=github.sh
. "$here/github.sh"

file=$1
marker=$(head -n 1 "$file")
if ! [[ $marker =~ ^\<!--\ resilience-[a-z]+\ --\>$ ]]; then
  printf '%s begins with no marker such as <!-- resilience-diff -->\n' "$file" >&2
  exit 2
fi
[[ $PULL_REQUEST =~ ^[0-9]+$ ]]

body=$(mktemp)
trap 'rm -f "$body"' EXIT
link="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID#artifacts"
jq --raw-input --slurp --arg link "$link" --argjson also '{}' --from-file "$here/body.jq" "$file" >"$body"

comment=$(ours "issues/$PULL_REQUEST/comments?sort=created" "$marker")
if [ -n "$comment" ]; then
  github PATCH "issues/comments/$comment" "$body" >/dev/null
else
  github POST "issues/$PULL_REQUEST/comments" "$body" >/dev/null
fi
