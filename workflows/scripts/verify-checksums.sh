# Whether the files that a hook wrote before the backup are what they were, by the sums that it wrote with
# them (apps/cluster/scripts/write-canary.sh), and whether they are of that backup and not of an older one.
#
# Arguments: PATH MANIFEST NOT_BEFORE (as 20260110020000, UTC)
path=$1
manifest=$2
not_before=$3
expected="the files of ${manifest}, as written at or after ${not_before}"
cd "${path}" 2>/dev/null || {
  [ -d "${path}" ] || finding damaged "${expected}" "no folder ${path}"
  finding damaged "${expected}" "${path} cannot be entered"
}
listing=$(ls -A 2>/dev/null) || finding damaged "${expected}" "${path} cannot be read"
case "${listing}" in
  '' | lost+found) finding damaged "${expected}" "nothing: ${path} is empty" ;;
  *) ;;
esac
[ -x "${manifest%/*}" ] || [ ! -e "${manifest%/*}" ] || finding damaged "${expected}" "${manifest%/*} cannot be read"
[ -e "${manifest}" ] || finding damaged "${expected}" "no ${manifest}" "${path} has other files"
sums=$(cat "${manifest}" 2>/dev/null) || finding damaged "${expected}" "${manifest} cannot be read"
[ -n "${sums}" ] || finding damaged "${expected}" "${manifest} is empty"

# What is wrong with one file; nothing if it is what it was.
wrong() {
  [ -e "$2" ] || {
    printf '%s\n' "$2 is missing"
    return
  }
  sum=$(sha256sum <"$2" 2>/dev/null) || {
    printf '%s\n' "$2 cannot be read"
    return
  }
  [ "${sum%% *}" != "$1" ] || return 0
  case "$(tail -n 1 "$2" 2>/dev/null)" in
    end) printf '%s\n' "$2 is altered" ;;
    *) printf '%s\n' "$2 is truncated or altered" ;;
  esac
}

found=$(
  printf '%s\n' "${sums}" | {
    good=0
    bad=''
    newest=0
    while read -r sum name; do
      case "${sum}:${name}" in
        ????????????????????????????????????????????????????????????????:?*) ;;
        *)
          bad="${bad}${bad:+, }a line of ${manifest} is no sum and name"
          continue
          ;;
      esac
      problem=$(wrong "${sum}" "${name}")
      [ -n "${problem}" ] || good=$((good + 1))
      bad="${bad}${problem:+${bad:+, }${problem}}"
      time=${name##*/}
      time="${time%%T*}${time#*T}"
      time=${time%%Z*}
      case "${time}" in
        *[!0-9]* | '') ;;
        *) [ "${time}" -le "${newest}" ] || newest=${time} ;;
      esac
    done
    printf 'good=%s\nbad=%s\nnewest=%s\n' "${good}" "${bad}" "${newest}"
  }
)
bad=$(said bad "${found}")
newest=$(said newest "${found}")
[ -z "${bad}" ] || finding damaged "${expected}" "${bad}" "written at ${newest}"
[ "${newest}" -ge "${not_before}" ] ||
  finding damaged "${expected}" "files of ${newest}: an older copy" 'its sums are right'
finding verified "${expected}" "$(said good "${found}") files, written at ${newest}"
