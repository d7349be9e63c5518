# What the checks of MySQL and MariaDB have in common; arguments at this point: those of the check,
# DATABASE, CLIENT [ARGUMENT...]. The check reads its own, and calls `await` first.

# ask SQL DATABASE CLIENT [ARGUMENT...]: what the server says, or the client about it.
ask() {
  sql=$1
  database=$2
  shift 2
  printf "SET time_zone = '+00:00';\n%s\n" "${sql}" |
    timeout "$(left)" "$@" --batch --raw --skip-column-names --connect-timeout=10 \
      --database="${database}" 2>&1
}

# A name as SQL takes it whatever its case: `audit`.`entries`.
quoted() {
  case "$1" in
    *.*) printf "\`%s\`.\`%s\`" "${1%%.*}" "${1#*.}" ;;
    *) printf "\`%s\`" "$1" ;;
  esac
}

# The line that tells what went wrong.
complaint() {
  printf '%s\n' "$1" | {
    first=''
    while IFS= read -r line; do
      case "${line}" in
        *ERROR* | *'rror: '*) first=${line} && break ;;
        '') ;;
        *) first=${first:-${line}} ;;
      esac
    done
    printf '%s\n' "${first}"
  }
}

# await DATABASE CLIENT [ARGUMENT...]: a server that was just restored may still be recovering.
await() {
  until=$(patient_until)
  expected="an answer of the server, and the database $1"
  while :; do
    status=0
    output=$(ask 'SELECT 1;' "$@") || status=$?
    [ "${status}" -ne 0 ] || return 0
    case "${status}:${output}" in
      126:* | 127:*) finding unclear 'a client that can be run' "$(complaint "${output}")" ;;
      *'ERROR 1049 '*) finding damaged "${expected}" "$(complaint "${output}")" ;;
      *'ERROR 1045 '* | *'ERROR 1044 '* | *'ERROR 1698 '*)
        finding unclear 'a client that is let in' "$(complaint "${output}")"
        ;;
      *) ;;
    esac
    [ "$(date +%s)" -lt "${until}" ] || break
    sleep 1
  done
  case "${status}:${output}" in
    124:* | 143:*) finding damaged "${expected}" 'no answer' ;;
    *) finding damaged "${expected}" "$(complaint "${output}")" ;;
  esac
}

# refused STATUS OUTPUT EXPECTED [DETAIL]: what it means that a question was not answered.
refused() {
  case "$1:$2" in
    124:* | 143:* | *'ERROR 1969 '* | *'ERROR 3024 '*)
      finding unclear "$3" 'no answer in the time that is declared' "${4:-}"
      ;;
    # No privilege: nothing was found out about the data.
    *'ERROR 1044 '* | *'ERROR 1142 '* | *'ERROR 1143 '* | *'ERROR 1227 '*)
      finding unclear "$3" "$(complaint "$2")" "${4:-}"
      ;;
    *) finding damaged "$3" "$(complaint "$2")" "${4:-}" ;;
  esac
}
