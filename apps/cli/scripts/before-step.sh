# Comes before the script of a step of the workflows that is run on the machine of who asks.
#
# environment:
#   CONTEXT   the context of kubectl; empty for the current one
#   HANDED    the file that the standard input is left in for the step
# exits with 127 when jq is not there, before anything is asked
: "${HANDED:?}" "${CONTEXT?}"

if ! command -v jq >/dev/null; then
  echo 'the program jq is not there: install it' >&2
  exit 127
fi
cat >"$HANDED"

kubectl() {
  if [ -n "$CONTEXT" ]; then set -- "$@" --context "$CONTEXT"; fi
  set -- "$@" --request-timeout=10s
  command kubectl "$@"
}
