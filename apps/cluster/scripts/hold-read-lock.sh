# Takes MySQL's global read lock and leaves a session behind that holds it, for as long as its standard
# input stays open. The lock is gone when "release-read-lock" closes it, when the time is over, or when
# anything of this dies: nothing can leave the database locked for good.
#
# usage: hold-read-lock SECONDS CLIENT [ARGUMENT...]
set -eu
seconds=$1
shift
folder=${TMPDIR:-/tmp}/velero-read-lock
if [ -e "$folder" ] && [ ! -e "$folder/ended" ]; then
  echo 'another backup holds the read lock' >&2
  exit 1
fi
rm -rf "$folder"
mkdir "$folder"
mkfifo "$folder/input"
: >"$folder/output"

# Nothing may keep the streams of this command open: Velero waits for them to close. Who has ended is told
# by a file: in a container nobody may be there to reap a process, which then looks alive.
{
  echo "FLUSH TABLES WITH READ LOCK; SELECT 'locked';"
  # The shell alone holds the input, and must not become the sleep: it can be ended, and the sleep may stay.
  sleep "$seconds" >/dev/null
  :
} >"$folder/input" 2>/dev/null </dev/null &
echo $! >"$folder/holder"
{
  "$@" --batch --skip-column-names --unbuffered <"$folder/input" >"$folder/output" 2>&1 || :
  : >"$folder/ended"
} >/dev/null 2>&1 </dev/null &

until grep -q locked "$folder/output"; do
  if [ -e "$folder/ended" ]; then
    cat "$folder/output" >&2
    kill "$(cat "$folder/holder")" 2>/dev/null || :
    rm -rf "$folder"
    exit 1
  fi
  sleep 1
done
