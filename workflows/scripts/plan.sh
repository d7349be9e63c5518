# Says what is restored, where to, and what must hold afterwards, from the services that are declared.
#
# environment:
#   DECLARED   file of the declared services, as JSON
#   SERVICES   JSON list of services by name, or ["*"] for all
#   TARGET     original: into the namespaces themselves; isolated: into namespaces of this workflow
#   WORKFLOW   name of this workflow
#   KINDS      resources with commas between, as in `kubectl get`; empty for all
#   SELECTOR   labels as k=v with commas between; empty for all
#   VOLUME     a volume of the one service, alone; empty for all
#   OUTPUTS    folder of the results: services, namespaces, mapping, targets, kinds, selector and checks,
#              each as JSON, and gibibytes
# exits with 1 when a name is not declared
set -eu
: "${DECLARED:?}" "${SERVICES:?}" "${TARGET:?}" "${WORKFLOW:?}" "${OUTPUTS:?}" "${KINDS?}" \
  "${SELECTOR?}" "${VOLUME?}"

jq --null-input --slurpfile declared "$DECLARED" --argjson wanted "$SERVICES" \
  --arg target "$TARGET" --arg workflow "$WORKFLOW" \
  --arg kinds "$KINDS" --arg selector "$SELECTOR" --arg volume "$VOLUME" '
  def words: split(",") | map(select(. != ""));
  def pairs: words | map(index("=") as $at
    | if $at == null then error("\(.) is not a label such as app=orders") else {(.[:$at]): .[$at + 1:]} end)
    | add // {};
  # Of the whole name of the workflow, so that two that differ only in their end do not meet.
  def suffix: $workflow | explode | reduce .[] as $c (7; (. * 31 + $c) % 2147483647) | tostring;
  def into: if $target == "isolated" then "drill-\(.[:45])-\(suffix)" else . end;
  $declared[0] as $all
  | (if $wanted == ["*"] then $all | keys_unsorted else $wanted end) as $names
  | ($names - ($all | keys_unsorted)) as $unknown
  | if $names == [] then error("no service is named") else . end
  | if $unknown != [] then error("not declared: \($unknown | join(", "))") else . end
  | if ["original", "isolated"] | index($target) then . else error("TARGET is \($target)") end
  | ($names | map({service: ., declared: $all[.]})) as $services
  | ($services | map(.declared.namespace) | unique) as $namespaces
  | (if $volume == "" then null
     elif ($services | length) != 1 then error("a volume is of one service")
     else $services[0].declared.volumes[$volume] // error("\($volume) is not a volume of \($names[0])")
       # Files come back by way of a pod that mounts them, and a workload that wants none takes it away.
       | if .method == "file-system" then error("\($volume) is copied file by file: "
           + "delete its workload and its claim, and use restore-namespace") else . end
     end) as $one
  | {
      services: ($services | map({service, namespace: .declared.namespace, target: (.declared.namespace | into),
        wave: .declared.wave})),
      namespaces: $namespaces,
      mapping: ($namespaces | map(select(into != .) | {(.): into}) | add // {}),
      targets: ($namespaces | map(into)),
      kinds: (if $one == null then $kinds | words | if . == [] then ["*"] else . end
        else ["persistentvolumeclaims", "persistentvolumes"] end),
      selector: {matchLabels: (if $one == null then $selector | pairs else $one.claimLabels end)},
      checks: ($services | map(.declared as $of | $of.checks[]
        | {check: ., namespace: ($of.namespace | into)})),
      gibibytes: ($services | map(.declared.volumes | to_entries[] | .value | select(.method != "skip") | .gibibytes)
        | add // 0 | ceil)
    }
' >"$OUTPUTS/plan"
for result in services namespaces mapping targets kinds selector checks gibibytes; do
  jq --compact-output ".$result" "$OUTPUTS/plan" >"$OUTPUTS/$result"
done
cat "$OUTPUTS/plan"
