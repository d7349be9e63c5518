# Takes MySQL's global read lock and leaves a session behind that holds it, for as long as its standard
# input stays open. The lock is gone when "release-read-lock" closes it, when the time is over, or when
# anything of this dies: nothing can leave the database locked for good.
#
# usage: hold-read-lock SECONDS CLIENT [ARGUMENT...]
set -eu
seconds=$1
shift
folder=/tmp/velero-read-lock
if [ -e "$folder/holder" ] && kill -0 "$(cat "$folder/holder")" 2>/dev/null; then
  echo 'another backup holds the read lock' >&2
  exit 1
fi
rm -rf "$folder"
mkdir "$folder"
mkfifo "$folder/input"
: >"$folder/output"

# Nothing may keep the streams of this command open: Velero waits for them to close.
{
  echo "FLUSH TABLES WITH READ LOCK; SELECT 'locked';"
  exec sleep "$seconds"
} >"$folder/input" 2>/dev/null </dev/null &
echo $! >"$folder/holder"
"$@" --batch --skip-column-names --unbuffered <"$folder/input" >"$folder/output" 2>&1 &
client=$!

until grep -q locked "$folder/output"; do
  if ! kill -0 "$client" 2>/dev/null; then
    cat "$folder/output" >&2
    kill "$(cat "$folder/holder")" 2>/dev/null
    rm -rf "$folder"
    exit 1
  fi
  sleep 1
done
