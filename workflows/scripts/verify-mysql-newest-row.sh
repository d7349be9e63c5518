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
# MariaDB takes a time without the signs of RFC 3339 only.
time="${started%T*} ${started#*T}"
time="TIMESTAMP('${time%Z}')"
output=$(ask "SELECT CONCAT('answer=', COALESCE(CONCAT(
    IF(TIMESTAMPDIFF(SECOND, MAX(at), ${time}) <= ${within}, 'true ', 'false '),
    DATE_FORMAT(MAX(at), '%Y-%m-%dT%H:%i:%sZ')), 'none'))
  FROM (SELECT \`${column}\` AS at FROM $(quoted "${table}")) AS written WHERE at <= ${time};" "$@") ||
  refused "$?" "${output}" "${expected}"
answer=$(said answer "${output}")
case "${answer}" in
  'true '*) finding verified "${expected}" "the newest is of ${answer#* }" ;;
  'false '*) finding damaged "${expected}" "the newest is of ${answer#* }" ;;
  none) finding damaged "${expected}" 'no row from before the backup' ;;
  *) finding unclear "${expected}" "${output:-nothing}" ;;
esac
