# Comes before the script of a step of the workflows that is run on the machine of who asks.
#
# environment:
#   CONTEXT   the context of kubectl; empty for the current one
#   REQUEST_TIMEOUT   the flag of kubectl that bounds the wait for an answer
#   HANDED    the file that the standard input is left in for the step
# It writes the address of a file in the bucket to the descriptor 3, and reads from 4 which file holds it,
# or why none does.
# exits with 127 when jq is not there, before anything is asked
: "${HANDED:?}" "${REQUEST_TIMEOUT:?}" "${CONTEXT?}"

if ! command -v jq >/dev/null; then
  echo 'the program jq is not there: install it' >&2
  exit 127
fi
cat >"$HANDED"

kubectl() {
  if [ -n "$CONTEXT" ]; then set -- "$@" --context "$CONTEXT"; fi
  set -- "$@" "$REQUEST_TIMEOUT"
  command kubectl "$@"
}

# A step reads the bucket by `aws s3 cp --region ‹region› ‹address› -`; here Velero is asked for the file, so
# that who plans a restore needs no right in AWS.
aws() {
  printf '%s\n' "$5" >&3
  read -r answer <&4
  case $answer in
  'file '*) cat "${answer#file }" ;;
  *)
    printf '%s\n' "$answer" >&2
    return 1
    ;;
  esac
}
