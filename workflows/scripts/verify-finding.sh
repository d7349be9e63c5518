# The first part of every check that runs inside a container, where there may be little more than a shell:
# what comes after it says by these what it found.
set -eu

# finding verified|damaged|unclear EXPECTED RECEIVED [DETAIL]: each ends up on a line of its own.
finding() {
  printf 'outcome: %s\nexpected: %s\nreceived: %s\ndetail: %s\n' \
    "$1" "$(one_line "$2")" "$(one_line "$3")" "$(one_line "${4:-}")"
  exit 0
}

one_line() {
  printf '%s' "$1" | tr '\n\r\t' '   '
}

# Seconds that are left of the time for this check, and at least one.
left() {
  seconds=$((end - $(date +%s)))
  [ "${seconds}" -gt 0 ] || seconds=1
  printf '%s\n' "${seconds}"
}

# The time until which a server may be silent before that is what was found.
patient_until() {
  printf '%s\n' "${last_try}"
}

# The rest of the last line that begins with "NAME=".
said() {
  printf '%s\n' "$2" | {
    found=''
    while IFS= read -r line; do
      case "${line}" in
        "$1="*) found=${line#"$1="} ;;
        *) ;;
      esac
    done
    printf '%s\n' "${found}"
  }
}

end=$(($(date +%s) + $1))
last_try=$(($(date +%s) + $2))
shift 2
