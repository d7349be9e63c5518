#!/usr/bin/env bash
# Plans the stacks of an environment in their order, without a lock, and keeps in OUTPUT each plan and the commit that
# it was made from. Ends with 1 where nothing could be planned before a failure.
#
# plan.sh OUTPUT   with ENVIRONMENT, and STACKS, the list of its stacks in `resilience stacks --json`
set -euo pipefail

mkdir -p "$1"
output=$(cd "$1" && pwd)
commit=$(git rev-parse HEAD)
at=0
changed=no
failed=no

init() {
  local lock=()
  # Where a person has committed the provider's checksums, no other provider is taken.
  [ ! -f "$1/.terraform.lock.hcl" ] || lock=(-lockfile=readonly)
  terraform -chdir="$1" init -input=false -no-color "${lock[@]}"
}

# The outcome of one plan: unchanged, changed or failed.
planned() {
  local folder=$1 plan=$2 status=0
  init "$folder" >"$plan.log" 2>&1 || { printf failed && return; }
  terraform -chdir="$folder" plan -lock=false -input=false -no-color -detailed-exitcode \
    -out="$plan.tfplan" >"$plan.log" 2>&1 || status=$?
  case $status in
    0) printf unchanged ;;
    2) printf changed ;;
    *) printf failed ;;
  esac
}

while IFS=$'\t' read -r stack folder person; do
  at=$((at + 1))
  plan=$output/$(printf '%02d' "$at")-$stack
  # A stack looks up what those before it make.
  outcome=waiting
  [ "$failed" = yes ] || outcome=$(planned "$folder" "$plan")
  if [ "$outcome" = changed ]; then
    [ "$person" = true ] || changed=yes
    terraform -chdir="$folder" show -no-color "$plan.tfplan" >"$plan.txt"
  elif [ "$outcome" = failed ]; then
    failed=yes
    cp "$plan.log" "$plan.txt"
    cat "$plan.log" >&2
  fi
  rm -f "$plan.log"
  digest=
  [ ! -f "$plan.tfplan" ] || digest=$(sha256sum "$plan.tfplan" | cut -d ' ' -f 1)
  jq --null-input --arg environment "$ENVIRONMENT" --arg stack "$stack" --arg folder "$folder" \
    --argjson person "$person" --arg outcome "$outcome" --arg commit "$commit" \
    --arg tree "$(git rev-parse "HEAD:$folder")" --arg digest "$digest" \
    '$ARGS.named' >"$plan.json"
  printf '%s %s: %s\n' "$ENVIRONMENT" "$stack" "$outcome"
done < <(jq -r '.[] | [.stack, .folder, .person] | @tsv' <<<"$STACKS")

[ "$failed" = no ] || [ "$changed" = yes ]
