# What the checks of PostgreSQL have in common; arguments at this point: those of the check, DATABASE,
# CLIENT [ARGUMENT...]. The check reads its own, and calls `await` first.

# ask SQL DATABASE CLIENT [ARGUMENT...]: what the server says, or the client about it.
ask() {
  sql=$1
  database=$2
  shift 2
  printf "SET timezone = 'UTC'; SET statement_timeout = '%ss';\n%s\n" "$(left)" "${sql}" |
    PGCONNECT_TIMEOUT=10 timeout "$(left)" "$@" --no-psqlrc --no-password --no-align --tuples-only \
      --quiet --set=ON_ERROR_STOP=1 --set=VERBOSITY=verbose --dbname="${database}" --file=- 2>&1
}

# A name as SQL takes it whatever its case: "audit"."entries".
quoted() {
  case "$1" in
    *.*) printf '"%s"."%s"' "${1%%.*}" "${1#*.}" ;;
    *) printf '"%s"' "$1" ;;
  esac
}

# The line that tells what went wrong, without what the client puts around it.
complaint() {
  printf '%s\n' "$1" | {
    first=''
    while IFS= read -r line; do
      case "${line}" in
        *ERROR:* | *FATAL:* | *PANIC:* | *'error:'*) first=${line} && break ;;
        '' | reading=* | answer=*) ;;
        *) first=${first:-${line}} ;;
      esac
    done
    printf '%s\n' "${first#psql:<stdin>:*: }"
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
      *'does not exist'*) finding damaged "${expected}" "$(complaint "${output}")" ;;
      *authentication* | *'no password'* | *'permission denied for database'*)
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
    124:* | 143:* | *' 57014: '*) finding unclear "$3" 'no answer in the time that is declared' "${4:-}" ;;
    # No privilege, or a declaration that does not fit: nothing was found out about the data.
    *' 42501: '* | *' 42883: '* | *' 42846: '* | *' 42804: '* | *' 22007: '* | *' 22P02: '*)
      finding unclear "$3" "$(complaint "$2")" "${4:-}"
      ;;
    *) finding damaged "$3" "$(complaint "$2")" "${4:-}" ;;
  esac
}
