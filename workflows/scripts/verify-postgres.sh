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

# An error by its code, or by its words where a client that is not let in is told none.
kind_of() {
  case "$1" in
    *FATAL:*authentication* | *FATAL:*pg_hba.conf* | *'no password supplied'* | *'permission denied for database'*)
      echo stranger
      ;;
    # No privilege, or a declaration that does not fit.
    *' 42501: '* | *' 42883: '* | *' 42846: '* | *' 42804: '* | *' 22007: '* | *' 22P02: '*) echo forbidden ;;
    *' 57014: '*) echo late ;;
    *'does not exist'*) echo gone ;;
    *) ;;
  esac
}
