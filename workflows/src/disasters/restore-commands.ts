import { approvalLabel } from '@resilience/config/names';

/** Restores one namespace by its runbook; Velero fills the volumes meanwhile. */
export const restoreNamespace = `argo submit --namespace "$VELERO_NAMESPACE" --from workflowtemplate/restore-namespace --watch \\
  --parameter backup="$BACKUP" --parameter namespace="$NAMESPACE" --parameter target-namespace="$NAMESPACE" \\
  --parameter approved-by="$APPROVED_BY" --parameter application="$APPLICATION"`;

/** Restores the namespaces that come from one backup, those that matter most first. */
export const restoreNamespaces = `velero restore create --from-backup "$BACKUP" --include-namespaces "$NAMESPACES" \\
  --labels "${approvalLabel}=$APPROVED_BY" --wait`;
