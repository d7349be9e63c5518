# Looks only at rows from before the backup: what was written into the restored copy proves nothing, nor
# does a time in the future.
#
# Arguments: TABLE COLUMN BACKUP_STARTED_AT WITHIN_SECONDS DATABASE CLIENT [ARGUMENT...]
table=$1
column=$2
started=$3
within=$4
shift 4
await "$@"
expected="a row in ${table} from the last ${within} s before ${started}"
output=$(ask "SELECT 'answer=' || coalesce(
    (max(at)::timestamptz >= '${started}'::timestamptz - interval '${within} seconds') || ' '
      || to_char(max(at)::timestamptz, 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), 'none')
  FROM (SELECT \"${column}\" AS at FROM $(quoted "${table}")) AS rows WHERE at <= '${started}';" "$@") ||
  refused "$?" "${output}" "${expected}"
answer=$(said answer "${output}")
case "${answer}" in
  'true '*) finding verified "${expected}" "the newest is of ${answer#* }" ;;
  'false '*) finding damaged "${expected}" "the newest is of ${answer#* }" ;;
  none) finding damaged "${expected}" 'no row from before the backup' ;;
  *) finding unclear "${expected}" "${output:-nothing}" ;;
esac
