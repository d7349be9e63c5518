#!/usr/bin/env bash
# Prints plans as Markdown for a comment: MARKER, a table, and each plan that changes something, folded.
#
# plans.sh MARKER FOLDER...   each FOLDER as plan.sh leaves it
set -euo pipefail

marker=$1
shift
plans=()
for folder in "$@"; do
  for plan in "$folder"/*.json; do
    if [ -e "$plan" ]; then plans+=("$plan"); fi
  done
done

printf '<!-- %s -->\n' "$marker"
printf '## Plans of Terraform\n\n| environment | stack | plan | applied by |\n| --- | --- | --- | --- |\n'
for plan in "${plans[@]}"; do
  sum=$(grep -m 1 '^Plan:' "${plan%.json}.txt" 2>/dev/null || true)
  jq -r --arg sum "$sum" '
    { unchanged: "no change", changed: ($sum | sub("^Plan: "; "") | if . == "" then "changes outputs" else . end),
      failed: "**failed**", waiting: "waits for the stacks before it" } as $words
    | "| \(.environment) | \(.stack) | \($words[.outcome]) | \(if .person then "a person" else "a pipeline" end) |"
  ' "$plan"
done
for plan in "${plans[@]}"; do
  text=${plan%.json}.txt
  if [ ! -s "$text" ]; then continue; fi
  jq -r '"\n<details><summary>\(.environment): \(.stack)</summary>\n"' "$plan"
  # A fence is longer than any in what it holds.
  jq --raw-input --slurp -r '
    ([scan("`+") | length] | (max // 0) + 1 | [., 3] | max) as $length
    | ("`" * $length) as $fence | "\($fence)\n\(rtrimstr("\n"))\n\($fence)"
  ' "$text"
  printf '\n</details>\n'
done
