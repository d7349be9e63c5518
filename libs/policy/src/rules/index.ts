import type { Rule } from '../rule.ts';
import { accessRules } from './access/access-rules.ts';
import { alertingRules } from './alerting/alerting-rules.ts';
import { costRules } from './cost/cost-rules.ts';
import { encryptionRules } from './encryption/encryption-rules.ts';
import { gitopsRules } from './gitops/gitops-rules.ts';
import { recoveryRules } from './recovery/recovery-rules.ts';
import { retentionRules } from './retention/retention-rules.ts';
import { schedulingRules } from './scheduling/scheduling-rules.ts';
import { workflowsRules } from './workflows/workflows-rules.ts';

/** Every rule, area by area. */
export const rules: readonly Rule[] = [
  ...accessRules,
  ...alertingRules,
  ...costRules,
  ...encryptionRules,
  ...gitopsRules,
  ...recoveryRules,
  ...retentionRules,
  ...schedulingRules,
  ...workflowsRules,
];
