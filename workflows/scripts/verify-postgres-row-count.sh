# Arguments: TABLE AT_LEAST DATABASE CLIENT [ARGUMENT...]
table=$1
at_least=$2
shift 2
await "$@"
expected="at least ${at_least} rows in ${table}"
# The server compares: it knows greater numbers than a shell does.
output=$(ask "SELECT 'answer=' || (count(*) >= ${at_least}) || ' ' || count(*) FROM $(quoted "${table}");" "$@") ||
  refused "$?" "${output}" "${expected}"
answer=$(said answer "${output}")
case "${answer}" in
  'true '*) finding verified "${expected}" "${answer#* }" ;;
  'false '*) finding damaged "${expected}" "${answer#* }" ;;
  *) finding unclear "${expected}" "${output:-nothing}" ;;
esac
