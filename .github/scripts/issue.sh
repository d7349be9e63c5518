#!/usr/bin/env bash
# Keeps one open issue that begins with the first line of FILE, a hidden marker; closes it where nothing follows that line.
#
# issue.sh FILE TITLE
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR source=github.sh
. "$here/github.sh"

file=$1 title=$2
body=$(mktemp)
trap 'rm -f "$body"' EXIT
issue=$(ours 'issues?state=open&creator=github-actions%5Bbot%5D' "$(head -n 1 "$file")")

if [ "$(wc -l <"$file")" -le 1 ]; then
  [ -n "$issue" ] || exit 0
  printf '{"state":"closed","state_reason":"completed"}' >"$body"
  github PATCH "issues/$issue" "$body" >/dev/null
  exit 0
fi

link="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID#artifacts"
also=$(jq --null-input --arg title "$title" '{ $title }')
jq --raw-input --slurp --arg link "$link" --argjson also "$also" --from-file "$here/body.jq" "$file" >"$body"
if [ -n "$issue" ]; then
  github PATCH "issues/$issue" "$body" >/dev/null
else
  github POST issues "$body" >/dev/null
fi
