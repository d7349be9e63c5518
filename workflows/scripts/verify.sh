# Makes one check of restored data and says what came of it in one line of JSON:
# {"service","check","subject","verified","expected","received","detail","seconds"}
#
# environment: CHECK              one check of checkInputs() in libs/config, as JSON
#              NAMESPACE          where the restored copy is
#              BACKUP_STARTED_AT  such as 2026-01-10T02:00:00Z
#              SCRIPTS            the folder of all verify-*.sh
#              READY_WITHIN       seconds that pods may take to become ready, 120 unless given
#              CONNECT_WITHIN     seconds that a server may take to answer, 60 unless given
#              OUTPUTS            folder of the result: finding, the same line; kept nowhere else unless given
# exit: 0 verified, 1 damage was found, 2 it could not be looked at
set -eu
: "${CHECK:=}" "${NAMESPACE:=}" "${BACKUP_STARTED_AT:=}" "${SCRIPTS:=}"
began=$(date +%s)
export READY_WITHIN="${READY_WITHIN:-120}" CONNECT_WITHIN="${CONNECT_WITHIN:-60}"

# What a step says is "outcome: verified|damaged|unclear" and the lines "expected:", "received:" and
# "detail:". Whatever says no outcome has not looked, and what it printed is the reason.
report() {
  said=$(printf '%s\n' "$1" | jq --raw-input --slurp --compact-output --arg check "${CHECK}" \
    --argjson seconds "$(($(date +%s) - began))" '
      split("\n") as $lines
      | def said(key): [$lines[] | select(startswith(key + ": ")) | .[(key | length) + 2:]] | last;
        def plain: gsub("[[:cntrl:]]+"; " ") | .[:500];
      ($check | (fromjson? | objects) // {}) as $asked
      | (said("outcome") // "unclear") as $outcome
      | {
          service: ($asked.service // ""),
          check: ($asked.check // ""),
          subject: ($asked.subject // ""),
          verified: ($outcome == "verified"),
          expected: (said("expected") // "that it can be looked at" | plain),
          received: (said("received") // ($lines | map(select(. != "")) | join(" ")) | plain),
          detail: (
            [
              if $outcome == "unclear" then "it could not be looked at" else empty end,
              (said("detail") // empty | select(. != "") | plain),
              (said("pod") // empty | "pod " + plain)
            ] | join("; ")
          ),
          seconds: $seconds
        },
        $outcome')
  finding="${said%
*}"
  [ -z "${OUTPUTS:-}" ] || printf '%s' "${finding}" >"${OUTPUTS}/finding"
  printf '%s\n' "${finding}"
  case "${said}" in
    *'"verified"') exit 0 ;;
    *'"damaged"') exit 1 ;;
    *) exit 2 ;;
  esac
}

for value in "${CHECK}" "${NAMESPACE}" "${BACKUP_STARTED_AT}" "${SCRIPTS}"; do
  [ -n "${value}" ] || report 'CHECK, NAMESPACE, BACKUP_STARTED_AT and SCRIPTS have to be given'
done
for program in kubectl jq curl timeout; do
  command -v "${program}" >/dev/null || report "the tools have no ${program}"
done
case "${BACKUP_STARTED_AT}" in
  [0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z) ;;
  *) report "not a time such as 2026-01-10T02:00:00Z: ${BACKUP_STARTED_AT}" ;;
esac

check=$(printf '%s' "${CHECK}" | jq --raw-output '.check' 2>/dev/null) || report 'CHECK is not JSON'
case "${check}" in
  completeness | command | http | objects) step=verify-${check}.sh ;;
  row-count | newest-row | integrity | checksums) step=verify-inside.sh ;;
  *) report "no such check: ${check}" ;;
esac
seconds=$(printf '%s' "${CHECK}" | jq '.timeout.seconds // 0')
# Each step keeps to its time; this is for one that does not, such as a connection that hangs.
said=$(timeout "$((READY_WITHIN + CONNECT_WITHIN + seconds + 60))" \
  sh "${SCRIPTS}/${step}" 2>&1) || said="${said}
${step} ended with $?"
report "${said}"
