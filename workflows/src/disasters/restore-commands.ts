import { approvalLabel, secondApprovalLabel } from '@resilience/config/names';

/** Restores one namespace by its runbook; Velero fills the volumes meanwhile. */
export const restoreNamespace = `WORKFLOW=$(argo submit --namespace "$VELERO_NAMESPACE" --output name \\
  --from workflowtemplate/restore-namespace \\
  --parameter backup="$BACKUP" --parameter services="[\\"$SERVICE\\"]" \\
  --parameter approved-by="$APPROVED_BY" --parameter application="$APPLICATION")
# Who approves in the second place looks at the workflow, and types these two:
argo node set --namespace "$VELERO_NAMESPACE" "$WORKFLOW" --node-field-selector displayName=second-approval \\
  --output-parameter approved-by="$SECOND_APPROVAL_BY"
argo resume --namespace "$VELERO_NAMESPACE" "$WORKFLOW"
argo watch --namespace "$VELERO_NAMESPACE" "$WORKFLOW"`;

/** Restores the namespaces that come from one backup, those that matter most first. */
export const restoreNamespaces = `velero restore create --from-backup "$BACKUP" --include-namespaces "$NAMESPACES" \\
  --labels "${approvalLabel}=$APPROVED_BY,${secondApprovalLabel}=$SECOND_APPROVAL_BY" --wait`;
