#!/usr/bin/env bash
# Makes a patch a pull request, or renews the one that is open. An empty patch changes nothing.
#
# propose.sh FILE TITLE   with BRANCH, and BASE, the branch to merge it into
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR source=github.sh
. "$here/github.sh"

status=0
REPLACE=yes "$here/take-patch.sh" "$1" "$2" || status=$?
case $status in
  0) ;;
  3) exit 0 ;;
  *) exit "$status" ;;
esac

open=$(github GET "pulls?state=open&head=${GITHUB_REPOSITORY_OWNER}:$BRANCH" | jq length)
[ "$open" -eq 0 ] || exit 0
body=$(mktemp)
trap 'rm -f "$body"' EXIT
jq --null-input --arg title "$2" --arg head "$BRANCH" --arg base "$BASE" \
  '{ $title, $head, $base, body: "Drills and recoveries have measured this. Where it changes what is proved, `recovery.md` shows how." }' >"$body"
github POST pulls "$body" >/dev/null
