# Reads what objects would be restored from to its end. Velero does not look at its checksum: bits that have
# turned over come back as other objects, in a restore that is Completed.
#
# environment:
#   RESTORES         JSON lists of restores, one after the other; the backup of each is read
#   BUCKET, REGION   of the backups
#   OUTPUTS          folder for what is noted meanwhile
# exits with 1 when one is damaged, or cannot be read; all are told
set -eu
: "${RESTORES:?}" "${BUCKET:?}" "${REGION:?}" "${OUTPUTS:?}"
faults=0
fault() {
  printf '%s\n' "$1" >&2
  faults=$((faults + 1))
}

# In a pipe only the last command counts, so that the first leaves what became of it.
is_whole() {
  rm -f "$OUTPUTS/unread"
  { aws s3 cp --region "$REGION" "$1" - 2>"$OUTPUTS/said" || touch "$OUTPUTS/unread"; } |
    gzip --test 2>"$OUTPUTS/found"
}

backups=$(printf '%s\n' "$RESTORES" | jq --raw-output --slurp 'add | map(.backup) | unique[]')
for backup in $backups; do
  if is_whole "s3://$BUCKET/backups/$backup/$backup.tar.gz"; then
    printf 'the content of %s is whole\n' "$backup"
  elif [ -e "$OUTPUTS/unread" ]; then
    fault "the content of $backup cannot be read: $(tail -n 1 "$OUTPUTS/said")"
  else
    fault "the content of $backup is damaged ($(tail -n 1 "$OUTPUTS/found")): restore from one that began before it"
  fi
done
[ "$faults" -eq 0 ]
