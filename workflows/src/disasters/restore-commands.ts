import type { RunbookName } from '../automation.ts';

/** Starts a runbook that two have to approve, and watches it. */
const submitted = (runbook: RunbookName, ...parameters: readonly string[]): string =>
  `WORKFLOW=$(argo submit --namespace "$VELERO_NAMESPACE" --output name \\
  --from workflowtemplate/${runbook} \\
${[...parameters, 'disaster-at="$DISASTER_AT"', 'approved-by="$APPROVED_BY"'].map((each) => `  --parameter ${each}`).join(' \\\n')})
# Who approves in the second place looks at the workflow, and types these two:
argo node set --namespace "$VELERO_NAMESPACE" "$WORKFLOW" --node-field-selector displayName=second-approval \\
  --output-parameter approved-by="$SECOND_APPROVAL_BY"
argo resume --namespace "$VELERO_NAMESPACE" "$WORKFLOW"
argo watch --namespace "$VELERO_NAMESPACE" "$WORKFLOW"`;

/** Restores one namespace by its runbook; Velero fills the volumes meanwhile. */
export const restoreNamespace = submitted(
  'restore-namespace',
  'backup="$BACKUP"',
  'services="[\\"$SERVICE\\"]"',
  'application="$APPLICATION"',
);

/** Restores everything, what matters most first. */
export const restoreEverything = (runbook: RunbookName): string =>
  submitted(runbook, 'before="$BEFORE"');
