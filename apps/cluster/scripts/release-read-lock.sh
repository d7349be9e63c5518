# Ends the session that holds MySQL's read lock. Fails when it has ended before: then something may have
# been written while the volume was copied.
set -eu
folder=${TMPDIR:-/tmp}/velero-read-lock
if [ ! -e "$folder/holder" ] || [ -e "$folder/ended" ]; then
  rm -rf "$folder"
  echo 'the read lock ended before the copy did: let it be held for longer' >&2
  exit 1
fi
holder=$(cat "$folder/holder")
# Out of the way of the session, which leaves a file in the folder as it ends.
mv "$folder" "$folder.$$"
kill "$holder" 2>/dev/null || :
rm -rf "$folder.$$"
