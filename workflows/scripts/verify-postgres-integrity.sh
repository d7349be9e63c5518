# Reads every row of every table, catalogue included, as a dump would, and with amcheck compares each
# B-tree with its table and looks at the structure of each heap. Leaves nothing behind.
#
# Arguments: on|off amcheck|unchecked DATABASE CLIENT [ARGUMENT...]
checksums=$1
indexes=$2
shift 2
await "$@"
expected="page checksums ${checksums}, every table readable, indexes ${indexes}"

output=$(ask "SELECT 'answer=' || current_setting('data_checksums') || ' ' || (
    SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'm') AND relpersistence <> 't'
      AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  ) || ' ' || (
    SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'm') AND relpersistence <> 't'
      AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      AND NOT has_table_privilege(oid, 'SELECT')
  ) || ' ' || coalesce(
    (SELECT 'in ' || quote_ident(nspname) FROM pg_extension JOIN pg_namespace AS n ON n.oid = extnamespace
      WHERE extname = 'amcheck'),
    (SELECT 'available ' FROM pg_available_extensions WHERE name = 'amcheck' AND NOT pg_is_in_recovery()),
    'missing '
  );" "$@") || refused "$?" "${output}" "${expected}" 'reading the catalogue'
answer=$(said answer "${output}")
received_checksums=${answer%% *}
rest=${answer#* }
tables=${rest%% *}
rest=${rest#* }
unreadable=${rest%% *}
rest=${rest#* }
amcheck=${rest%% *}
schema=${rest#* }
[ -n "${answer}" ] || finding unclear "${expected}" "${output:-nothing}"
[ "${tables}" -gt 0 ] || finding damaged "${expected}" 'no tables'
[ "${unreadable}" -eq 0 ] || finding unclear "${expected}" "${unreadable} tables that the client may not read"
[ "${checksums}" = "${received_checksums}" ] ||
  finding damaged "${expected}" "page checksums ${received_checksums}"

# What is being read is said by its number: a name could mean something to the client.
script=$(ask "SELECT format(E'\\\\echo reading=%s\nCOPY (SELECT * FROM %I.%I) TO STDOUT;', c.oid, nspname, relname)
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
  WHERE relkind IN ('r', 'm') AND relpersistence <> 't' AND relispopulated AND has_table_privilege(c.oid, 'SELECT')
  ORDER BY c.oid;" "$@") || refused "$?" "${script}" "${expected}" 'reading the catalogue'

# examine WHAT SCRIPT DATABASE CLIENT [ARGUMENT...]: the last that was being read is what is damaged.
examine() {
  what=$1
  statements=$2
  shift 2
  status=0
  output=$(ask "${statements}" "$@") || status=$?
  problem=$(said problem "${output}")
  [ -z "${problem}" ] || finding damaged "${expected}" "${problem}" "${what}"
  [ "${status}" -ne 0 ] || return 0
  number=$(said reading "${output}")
  name=$(ask "SELECT 'answer=' || ${number:-0}::regclass;" "$@") || name="answer=number ${number:-0}"
  refused "${status}" "${output}" "${expected}" "${what} $(said answer "${name}")"
}
examine 'reading' "\\o /dev/null
${script}" "$@"

looked='indexes unchecked'
if [ "${indexes}" = amcheck ]; then
  before=''
  case "${amcheck}" in
    in) ;;
    available)
      schema=resilience_verification
      before="CREATE SCHEMA ${schema}; CREATE EXTENSION amcheck SCHEMA ${schema};"
      ;;
    *) finding unclear "${expected}" 'the server has no extension amcheck' ;;
  esac
  script=$(ask "SELECT format(E'\\\\echo reading=%s\n', c.oid) || CASE relkind
      WHEN 'i' THEN format('SELECT %s.bt_index_check(%s, true);', '${schema}', c.oid)
      ELSE format(E'SELECT format(E''problem=%%s, block %%s: %%s'', %s::regclass, blkno, msg)'
        ' FROM %s.verify_heapam(%s, on_error_stop => true) LIMIT 1;', c.oid, '${schema}', c.oid)
    END
    FROM pg_class AS c JOIN pg_am AS a ON a.oid = relam LEFT JOIN pg_index AS i ON indexrelid = c.oid
    WHERE relpersistence <> 't' AND (
      (relkind = 'i' AND amname = 'btree' AND indisvalid AND indisready)
      OR (relkind IN ('r', 'm', 't') AND amname = 'heap' AND current_setting('server_version_num')::int >= 140000)
    ) ORDER BY relkind DESC, c.oid;" "$@") || refused "$?" "${script}" "${expected}" 'reading the catalogue'
  examine 'checking' "BEGIN; ${before}
${script}
ROLLBACK;" "$@"
  looked='indexes and heaps checked'
fi
note=''
[ "${checksums}" = on ] || note='; without page checksums, bytes inside a row may have flipped unseen'
finding verified "${expected}" "all of it: ${tables} tables, ${looked}" "page checksums ${checksums}${note}"
