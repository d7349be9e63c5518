#!/usr/bin/env bash
# Commits a patch of rendered and measured files to a branch, and starts its checks: a push by a workflow starts none.
# Ends with 3 where the patch is empty.
#
# take-patch.sh FILE MESSAGE   with BRANCH, and REPLACE=yes where the branch is given up for it
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR source=github.sh
. "$here/github.sh"

[ -s "$1" ] || exit 3
# Who wrote the patch has run code of a pull request: nothing else is taken.
outside=$(git apply --numstat -z "$1" | tr '\0' '\n' | cut -f 3 |
  grep -Ev '^(environments/[a-z0-9-]+/(rendered/.+|measurements\.json)|docs/(reference|runbooks)/.+|\.github/CODEOWNERS)$' || true)
if [ -n "$outside" ]; then
  printf 'the patch changes more than what is rendered or measured:\n%s\n' "$outside" >&2
  exit 1
fi
git apply --index "$1"
git -c user.name='github-actions[bot]' \
  -c user.email='41898282+github-actions[bot]@users.noreply.github.com' commit --quiet --message "$2"
git push --quiet origin "${REPLACE:++}HEAD:refs/heads/$BRANCH"

body=$(mktemp)
trap 'rm -f "$body"' EXIT
jq --null-input --arg ref "$BRANCH" '{ $ref }' >"$body"
github POST actions/workflows/pull-request.yml/dispatches "$body"
