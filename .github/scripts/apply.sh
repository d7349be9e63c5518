#!/usr/bin/env bash
# Applies the plans that were approved, in their order, and nothing else: each has to be of this commit, of this
# environment, and the very file that was planned. Terraform refuses a plan whose state has changed since.
#
# apply.sh PLANS   a folder as plan.sh leaves it; with ENVIRONMENT
set -euo pipefail

plans=$(cd "$1" && pwd)
commit=$(git rev-parse HEAD)

refuse() {
  printf '::error::%s\n' "$1" >&2
  exit 1
}

of() { jq -r ".$1" "$2"; }

for plan in "$plans"/*.json; do
  [ "$(of outcome "$plan")" = changed ] || continue
  stack=$(of stack "$plan")
  [ "$(of environment "$plan")" = "$ENVIRONMENT" ] || refuse "The plan of $stack is of another environment: run the workflow again."
  [ "$(of commit "$plan")" = "$commit" ] || refuse "The plan of $stack is of another commit: run the workflow again."
  [ "$(of tree "$plan")" = "$(git rev-parse "HEAD:$(of folder "$plan")")" ] ||
    refuse "The plan of $stack is of other files: run the workflow again."
  sha256sum --check --status <<<"$(of digest "$plan")  ${plan%.json}.tfplan" ||
    refuse "The plan of $stack is not the file that was planned: run the workflow again."
done

for plan in "$plans"/*.json; do
  stack=$(of stack "$plan")
  folder=$(of folder "$plan")
  case $(of outcome "$plan") in
    changed) ;;
    unchanged) continue ;;
    *) refuse "$stack could not be planned before those above were applied: run the workflow again, and approve its plan." ;;
  esac
  if [ "$(of person "$plan")" = true ]; then
    printf '::warning::%s holds the roles of pipelines, and has changed: a person applies it.\n' "$stack"
    continue
  fi
  lock=()
  [ ! -f "$folder/.terraform.lock.hcl" ] || lock=(-lockfile=readonly)
  terraform -chdir="$folder" init -input=false -no-color "${lock[@]}"
  if ! terraform -chdir="$folder" apply -input=false -no-color -lock-timeout=5m "${plan%.json}.tfplan" 2>&1 | tee "$plans/apply.log"; then
    if grep -q 'Saved plan is stale' "$plans/apply.log"; then
      refuse "The state of $stack has changed since its plan was made, and nothing of it was applied: run the workflow again, and approve the new plan."
    fi
    refuse "$stack was not applied in full: look at what Terraform says, put the cause right, and run the workflow again."
  fi
done
