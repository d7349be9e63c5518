# Whether a command ends with 0, and prints what is expected, in the container of every pod of a workload.
# Its words are run as they are: no shell is needed there, and none of this side reads them.
#
# environment: CHECK, NAMESPACE, SCRIPTS, READY_WITHIN, CONNECT_WITHIN
set -eu
: "${CHECK:?}" "${NAMESPACE:?}" "${SCRIPTS:?}" "${CONNECT_WITHIN:?}"

asked() {
  printf '%s' "${CHECK}" | jq --raw-output "$1"
}

words=$(asked '.workloads[0] | [.kind, .name, .selector] | @sh')
eval "set -- ${words}"
pods=$(sh "${SCRIPTS}/verify-workload.sh" "$@") || {
  printf '%s\n' "${pods}"
  exit 0
}

container=$(asked '.container')
timeout=$(asked '.timeout.seconds')
expected=$(asked '
  if .expect.output == "number" then "an end with 0, and a number of at least \(.expect.atLeast)"
  elif .expect.output == "text" then "an end with 0, and a line that matches \(.expect.matches)"
  else "an end with 0" end')
words=$(asked '.command | @sh')
eval "set -- ${words}"
end=$(($(date +%s) + timeout))
folder=$(mktemp -d)
trap 'rm -rf "${folder}"' EXIT
trap 'exit 1' INT TERM

# One line of all lines of a file.
one_line() {
  jq --raw-input --slurp --raw-output 'gsub("\\s+"; " ") | ltrimstr(" ") | rtrimstr(" ")' <"$1"
}

# say OUTCOME RECEIVED [EXPECTED]
say() {
  printf 'outcome: %s\nexpected: %s\nreceived: %s\npod: %s\n' \
    "$1" "${3:-${expected}}" "$2" "${pod}"
  exit 0
}

# judge: prints "yes", or what the output is instead.
judge() {
  jq --raw-input --slurp --raw-output --argjson check "${CHECK}" '
    sub("^\\s+"; "") | sub("\\s+$"; "")
    | $check.expect as $expect
    | (if . == "" then "no output" else gsub("\\s+"; " ") end) as $printed
    | if $expect.output == "any" then "yes"
      elif $expect.output == "text" then 
        if any(if . == "" then . else split("\n")[] end; test($expect.matches)) then "yes" else $printed end
      elif test("^[+-]?[0-9]+([.][0-9]+)?$") | not then "no number: " + $printed
      elif ltrimstr("+") | tonumber >= $expect.atLeast then "yes"
      else $printed end' <"${folder}/output"
}

# Sets $outcome and $received by one run of the command; "waiting" is what may still become right.
run() {
  left=$((end - $(date +%s)))
  [ "${left}" -gt 0 ] || left=1
  status=0
  timeout "${left}" kubectl exec --namespace "${NAMESPACE}" "${pod}" --container "${container}" -- "$@" \
    >"${folder}/output" 2>"${folder}/errors" </dev/null || status=$?
  errors=$(one_line "${folder}/errors")
  case "${status}:${errors}" in
    0:*)
      outcome=waiting
      received=$(judge) || say unclear 'output that cannot be read' "${expected}"
      [ "${received}" != yes ] || outcome=verified
      ;;
    124:* | 143:*) outcome=unclear received='no end in the time that is declared' ;;
    *'executable file not found'* | *'no such file or directory: unknown'* | 126:* | 127:*)
      outcome=absent received=${errors}
      ;;
    *'command terminated with exit code '*)
      outcome=waiting
      printed=$(one_line "${folder}/output")
      errors=${errors%command terminated with exit code *}
      errors=${errors% }
      received="an end with ${status}: ${errors:-${printed}}"
      ;;
    # The command was not run: kubectl says why.
    *) outcome=unclear received=${errors} ;;
  esac
}

for pod in ${pods}; do
  until=$(($(date +%s) + (CONNECT_WITHIN < timeout ? CONNECT_WITHIN : timeout)))
  [ "${until}" -le "${end}" ] || until=${end}
  while :; do
    run "$@"
    case "${outcome}" in
      verified) break ;;
      absent) say unclear "${received}" 'a command that can be run' ;;
      unclear) say unclear "${received}" ;;
      *) ;;
    esac
    # What was just restored may still be starting.
    [ "$(date +%s)" -lt "${until}" ] || say damaged "${received}"
    sleep 1
  done
done
pod=$(printf '%s' "${pods}" | tr '\n' ' ')
printed=$(one_line "${folder}/output")
say verified "${printed:-no output}"
