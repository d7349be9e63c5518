# Looks whether a restore can work before anything is touched.
#
# environment:
#   LOCATION            name of the BackupStorageLocation
#   VALIDATED_WITHIN    seconds since Velero last reached it
#   NAMESPACES          JSON list of namespaces to restore
#   RIGHTS              a right a line: verb, resource or resource/subresource, and the namespace, if it is in one
#   PASSWORD            the password of the repositories that this cluster holds; never printed
#   SECRET, REGION      the secret in AWS that it has to be the same as, and where that is
#   ADOPTED             the bucket that was adopted, whose repositories keep their password; or empty
#   VOLUME_QUOTA        code of the quota of EBS storage, in TiB
#   GIBIBYTES           how much the volumes take
#   SOURCE_BUCKET, BUCKET, RULE   of the replication whose rest is counted; RULE is empty where there is none
#   VELERO              namespace of Velero
#   OUTPUTS             folder of the result: pending-replication, operations that never reached the replica
# exits with 1 when something is in the way; all of it is told
set -eu
: "${LOCATION:?}" "${VALIDATED_WITHIN:?}" "${NAMESPACES:?}" "${RIGHTS:?}" "${PASSWORD:?}" \
  "${SECRET:?}" "${REGION:?}" "${VOLUME_QUOTA:?}" "${GIBIBYTES:?}" "${SOURCE_BUCKET:?}" \
  "${BUCKET:?}" "${VELERO:?}" "${OUTPUTS:?}" "${RULE?}" "${ADOPTED?}"
faults=0
fault() {
  printf '%s\n' "$1" >&2
  faults=$((faults + 1))
}

# The name of what it holds by its hash, so that it can be compared and told of.
hash_of() {
  sha256sum | cut -c 1-64
}

location=$(kubectl get backupstoragelocations.velero.io "$LOCATION" --namespace "$VELERO" --output json)
if [ "$(printf '%s\n' "$location" | jq --argjson within "$VALIDATED_WITHIN" '
  .status.phase == "Available" and
  (now - ((.status.lastValidationTime // "1970-01-01T00:00:00Z") | sub("\\.[0-9]+Z$"; "Z") | fromdateiso8601)) <= $within
')" != true ]; then
  fault "the location $LOCATION is not available, or was not validated in the last $VALIDATED_WITHIN seconds: $(
    printf '%s\n' "$location" | jq --compact-output '.status'
  )"
fi

repositories=$(kubectl get backuprepositories.velero.io --namespace "$VELERO" --output json)
broken=$(printf '%s\n' "$repositories" | jq --raw-output --argjson namespaces "$NAMESPACES" '[.items[]
    | select(.spec.volumeNamespace as $of | $namespaces | index($of))
    | select(.status.phase == "NotReady") | .metadata.name] | join(", ")')
if [ -n "$broken" ]; then
  fault "repositories are not ready: $broken"
fi

rights="$OUTPUTS/rights"
printf '%s\n' "$RIGHTS" >"$rights"
while read -r verb resource namespace; do
  # What follows a slash would be taken for the name of an object.
  subresource=${resource#"${resource%%/*}"}
  # shellcheck disable=SC2086 # no subresource, or no namespace, is no argument
  if ! kubectl auth can-i "$verb" "${resource%%/*}" ${subresource:+--subresource "${subresource#/}"} \
    ${namespace:+--namespace "$namespace"} >/dev/null </dev/null; then
    fault "not allowed: $verb $resource${namespace:+ in $namespace}"
  fi
done <"$rights"

mine=$(printf '%s' "$PASSWORD" | hash_of)
published=$(printf '%s' 'static-passw0rd' | hash_of)
theirs=$(aws secretsmanager get-secret-value --region "$REGION" --secret-id "$SECRET" \
  --query SecretString --output text)
theirs=$(printf '%s' "$theirs" | hash_of)
if [ "$mine" = "$published" ]; then
  public="the repositories have the password that Velero's source code holds"
  if [ -z "$ADOPTED" ]; then
    fault "$public"
  else
    printf '%s, as they had when %s was adopted: the bucket alone protects the copies\n' "$public" "$ADOPTED"
  fi
fi
if [ "$mine" != "$theirs" ]; then
  fault "the password of the repositories is not that of $SECRET: nothing can be read with it"
fi

quota=$(aws service-quotas get-service-quota --region "$REGION" --service-code ebs \
  --quota-code "$VOLUME_QUOTA" --query Quota.Value --output text)
# In text aws would ask the query of each page by itself; in JSON it answers for all of them.
sizes=$(aws ec2 describe-volumes --region "$REGION" --filters Name=volume-type,Values=gp3 \
  --query 'Volumes[].Size' --output json)
used=$(printf '%s\n' "$sizes" | jq 'add // 0')
if [ "$(jq --null-input --argjson quota "$quota" --argjson used "$used" \
  --argjson needed "$GIBIBYTES" '$used + $needed <= $quota * 1024')" != true ]; then
  fault "volumes of $GIBIBYTES GiB do not fit: $used GiB of $quota TiB are taken"
fi

pending=0
if [ -n "$RULE" ]; then
  metric=$(jq --null-input --compact-output --arg source "$SOURCE_BUCKET" --arg replica "$BUCKET" --arg rule "$RULE" \
    '[{Id: "pending", MetricStat: {Period: 300, Stat: "Maximum", Metric: {
      Namespace: "AWS/S3", MetricName: "OperationsPendingReplication", Dimensions: [
        {Name: "SourceBucket", Value: $source}, {Name: "DestinationBucket", Value: $replica},
        {Name: "RuleId", Value: $rule}]}}}]')
  since=$(jq --null-input --raw-output 'now - 3600 | todateiso8601')
  until=$(jq --null-input --raw-output 'now | todateiso8601')
  counted=$(aws cloudwatch get-metric-data --region "$REGION" --start-time "$since" --end-time "$until" \
    --metric-data-queries "$metric" --output json)
  pending=$(printf '%s\n' "$counted" | jq --raw-output '.MetricDataResults[0].Values[0] // "unknown"')
  printf 'operations that were not replicated when last counted: %s\n' "$pending"
fi
printf '%s' "$pending" >"$OUTPUTS/pending-replication"

if [ "$faults" -gt 0 ]; then
  printf '%s\n' "$faults faults are in the way" >&2
  exit 1
fi
echo 'nothing is in the way'
