#!/usr/bin/env bash
# Writes what a command left changed in rendered and measured files as a patch, or an empty file.
#
# patch.sh FILE
set -euo pipefail

git add --all -- environments docs .github/CODEOWNERS 2>/dev/null || git add --all -- environments docs
git diff --cached --binary --no-renames >"$1"
