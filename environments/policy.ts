import { days, usd } from '@resilience/config';
import type { OrganisationPolicyInput } from '@resilience/policy/organisation-policy';

/** What no environment may go below; changes to it are reviewed by the platform team alone. */
export const policy = {
  retention: {
    critical: { minimum: days(365), maximum: days(400) },
    important: { minimum: days(90), maximum: days(400) },
    standard: { minimum: days(30), maximum: days(400) },
  },
  replicated: ['critical'],
  accessLogs: { minimum: days(30) },
  evidence: { minimum: days(365) },
  encryption: { keyRotationAtMost: days(365), keyDeletionWindowAtLeast: days(7) },
  regions: ['us-east-1', 'us-west-2'],
  budgetAtMost: usd(500),
} satisfies OrganisationPolicyInput;
