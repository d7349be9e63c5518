# Writes a file with the time in its name into a volume, and a manifest of its SHA-256 sum beside it, so
# that whoever restores the volume can tell whether it is whole, and of which backup. One that is young
# enough is left as it is: of the pods that share a volume, the first writes for all of them.
#
# usage: write-canary PATH MANIFEST SECONDS
#   PATH      where the volume is mounted
#   MANIFEST  from there, in a folder of its own: .canary/SHA256SUMS
#   SECONDS   how old a canary may be to be left
set -eu
path=$1
manifest=$2
seconds=$3
cd "${path}"
folder=${manifest%/*}
mkdir -p "${folder}"

# What is told to be on the disk has to be there before it is named.
flush() {
  sync -f "$1" 2>/dev/null || sync
}

now=$(date -u +%s)
if [ -e "${manifest}" ]; then
  read -r sum name <"${manifest}" || :
  if [ -e "${name:-}" ]; then
    read -r written <"${name}" || :
    current=$(sha256sum <"${name}")
    case "${written:-}" in
      '' | *[!0-9]*) ;;
      *) [ "$((now - written))" -gt "${seconds}" ] || [ "${current%% *}" != "${sum}" ] || exit 0 ;;
    esac
  fi
fi

new="${folder}/.new-$$"
trap 'rm -f "${new}" "${new}-manifest"' EXIT
# The first line is the time, the last tells that nothing after it was lost.
{
  echo "${now}"
  head -c 49152 /dev/urandom | od -A n -t x1
  echo end
} >"${new}"
sum=$(sha256sum <"${new}")
sum=${sum%% *}
rest=${sum#????????}
canary="${folder}/$(date -u +%Y%m%dT%H%M%SZ)-${sum%"${rest}"}"
flush "${new}"
mv "${new}" "${canary}"
printf '%s  %s\n' "${sum}" "${canary}" >"${new}-manifest"
flush "${new}-manifest"
mv "${new}-manifest" "${manifest}"
flush "${manifest}"

# The manifest names the others no longer.
for other in "${folder}"/*T*Z-*; do
  [ "${other}" = "${canary}" ] || rm -f "${other}"
done
