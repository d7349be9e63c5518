# Lets the server check every table and its indexes, and then reads every row, as a dump would. MariaDB gives
# a long value whose pages are damaged as a shorter one, without an error: only the sums of pages tell, which
# are looked at where the container has innochecksum and the files.
#
# Arguments: DATABASE CLIENT [ARGUMENT...]
await "$@"
expected='every table sound and readable'
tab=$(printf '\t')

# One statement a line, for what comes to be refused is told by its line.
script=$(ask "SELECT CONCAT('CHECK TABLE \`', REPLACE(TABLE_NAME, '\`', '\`\`'), '\` EXTENDED;')
  FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'
  ORDER BY TABLE_NAME;" "$@") || refused "$?" "${script}" "${expected}" 'listing the tables'
[ -n "${script}" ] || finding damaged "${expected}" 'no tables'

output=$(ask "${script}" "$@") || refused "$?" "${output}" "${expected}" 'checking tables'
problem=$(
  printf '%s\n' "${output}" | {
    warned=''
    while IFS="${tab}" read -r table _ kind message; do
      case "${kind}:${message}" in
        [Ww]arning:*) warned="${table}: ${message}" ;;
        [Ee]rror:*) printf '%s\n' "${warned:-${table}: ${message}}" && break ;;
        status:OK | status:'Table is already up to date' | [Nn]ote:* | status:*"doesn't support check"*) warned='' ;;
        status:*) printf '%s\n' "${table}: ${message}" && break ;;
        *) ;;
      esac
    done
  }
)
[ -z "${problem}" ] || finding damaged "${expected}" "${problem}" 'CHECK TABLE … EXTENDED'

count=0
reading=''
while IFS= read -r line; do
  name=${line#CHECK TABLE }
  reading="${reading}SELECT * FROM ${name% EXTENDED;};
"
  count=$((count + 1))
done <<END
${script}
END
output=$(ask "${reading}" "$@" --quick 2>&1 >/dev/null) || refused "$?" "${output}" "${expected}" 'reading every row'

# wrong_sums FILE: what is wrong with it; a page that is being written may look wrong once.
wrong_sums() {
  for _ in 1 2 3; do
    told=$(timeout "$(left)" innochecksum - <"$1" 2>&1) && return
    sleep 1
  done
  case "${told}" in
    *Fail*page*) complaint "${told}" ;;
    *) ;;
  esac
}

sums='page sums unchecked'
folder=$(ask "SELECT CONCAT('answer=', @@datadir);" "$@") || refused "$?" "${folder}" "${expected}"
folder="$(said answer "${folder}")$1"
if command -v innochecksum >/dev/null; then
  for file in "${folder}"/*.ibd; do
    [ -r "${file}" ] || continue
    problem=$(wrong_sums "${file}")
    [ -z "${problem}" ] || finding damaged "${expected}" "${file##*/}: ${problem}" 'innochecksum'
    sums='page sums checked'
  done
fi
finding verified "${expected}" "${count} tables checked and read" "${sums}"
