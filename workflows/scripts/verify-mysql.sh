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

# An error by its number.
kind_of() {
  case "$1" in
    *'ERROR 1049 '*) echo gone ;;
    *'ERROR 1045 '* | *'ERROR 1044 '* | *'ERROR 1698 '*) echo stranger ;;
    *'ERROR 1142 '* | *'ERROR 1143 '* | *'ERROR 1227 '*) echo forbidden ;;
    *'ERROR 1969 '* | *'ERROR 3024 '*) echo late ;;
    *) ;;
  esac
}
