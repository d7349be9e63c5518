# What the checks of all databases have in common. Each engine brings `ask`, `complaint` and `kind_of OUTPUT`,
# which says what an error is about: gone, stranger, forbidden, late, or nothing.

# await DATABASE CLIENT [ARGUMENT...]: a server that was just restored may still be recovering.
await() {
  until=$(patient_until)
  expected="an answer of the server, and the database $1"
  while :; do
    status=0
    output=$(ask 'SELECT 1;' "$@") || status=$?
    [ "${status}" -ne 0 ] || return 0
    case "${status}:$(kind_of "${output}")" in
      126:* | 127:*) finding unclear 'a client that can be run' "$(complaint "${output}")" ;;
      *:gone) finding damaged "${expected}" "$(complaint "${output}")" ;;
      *:stranger) finding unclear 'a client that is let in' "$(complaint "${output}")" ;;
      *) ;;
    esac
    [ "$(date +%s)" -lt "${until}" ] || break
    sleep 1
  done
  case "${status}" in
    124 | 143) finding damaged "${expected}" 'no answer' ;;
    *) finding damaged "${expected}" "$(complaint "${output}")" ;;
  esac
}

# refused STATUS OUTPUT EXPECTED [DETAIL]: what it means that a question was not answered.
refused() {
  case "$1:$(kind_of "$2")" in
    124:* | 143:* | *:late) finding unclear "$3" 'no answer in the time that is declared' "${4:-}" ;;
    # Nothing was found out about the data.
    *:stranger | *:forbidden) finding unclear "$3" "$(complaint "$2")" "${4:-}" ;;
    *) finding damaged "$3" "$(complaint "$2")" "${4:-}" ;;
  esac
}
