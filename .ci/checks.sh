# Runs checks, and counts what passed, what failed, and what was skipped. Sourced by .ci/run.
set -o pipefail

passed=0
failed=0
# The lines of what was skipped, each once.
skipped=()
# How long each check took, and how much of both processors.
times=()
TIMEFORMAT='%0R s, %P %% of a processor'
said=$(mktemp -d)
trap 'rm -rf "$said"' EXIT

# Names of a kind, "allowed" or "left-out", in the list of skips.
named() {
  sed -n "s/^$1  *//p" "${skips:-.ci/skips}"
}

# check NAME COMMAND...
check() {
  local name=$1 status
  shift
  printf '\n=== %s: %s\n' "$name" "$*"
  { time "$@" 2>&1 | tee "$said/now"; } 2>"$said/time"
  status=$?
  times+=("$(cat "$said/time")  $name")
  count "$name" "$status"
}

# Begins the checks of a function, one after the other, beside those that follow, until end.
begin() {
  mkdir "$said/beside"
  (
    nth=0
    check() {
      local begun=$said/beside/$((++nth))
      printf '%s' "$1" >"$begun.name"
      shift
      { time "$@" >"$begun.said" 2>&1; } 2>"$begun.time"
      printf '%s' "$?" >"$begun.status"
    }
    "$1"
  ) &
  beside=$!
}

# One that was ended before it said how it went has failed.
end() {
  local begun
  wait "$beside"
  for begun in "$said"/beside/*.name; do
    begun=${begun%.name}
    printf '\n=== %s, beside others\n' "$(cat "$begun.name")"
    cat "$begun.said"
    times+=("$(cat "$begun.time")  $(cat "$begun.name")")
    mv "$begun.said" "$said/now"
    count "$(cat "$begun.name")" "$(cat "$begun.status" || printf 1)"
  done
}

# Counts the check whose output is in $said/now. One that was skipped as a whole, by the name of its npm script, did not
# pass; one that skipped what is not allowed failed.
count() {
  local name=$1 status=$2 line whole=no
  while IFS= read -r line; do
    skipped+=("$line")
    line=${line#skipped }
    line=${line%%: *}
    if ! { named allowed; named left-out; } | grep -Fqx -e "$line"; then
      printf '!!! %s skipped what .ci/skips does not allow: %s\n' "$name" "$line" | tee -a "$said/now"
      status=1
    fi
    [[ $line =~ ^e2e(:[a-z]+)?$ ]] && whole=yes
  done < <(grep -a "^skipped .*: " "$said/now" | sort -u)
  if [ "$status" -ne 0 ]; then
    failed=$((failed + 1))
    printf '!!! %s failed\n' "$name"
    mv "$said/now" "$said/$failed $name"
  elif [ "$whole" = no ]; then
    passed=$((passed + 1))
  fi
}

# The output of what failed is said again, as the end is what people are shown.
finish() {
  local log
  for log in "$said"/[0-9]*; do
    [ -e "$log" ] && printf '\n!!! failed: %s\n' "${log##*/}" && tail -n 60 "$log"
  done
  printf '\n'
  printf '%s\n' "${times[@]}" ''
  [ "${#skipped[@]}" -eq 0 ] || printf '%s\n' "${skipped[@]}"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "${#skipped[@]}"
  [ "$failed" -eq 0 ]
  exit
}
