import { duration, money, nonEmpty, object } from '@resilience/config/scalars';
import { scenarios } from '@resilience/config/scenario';
import { tiers } from '@resilience/config/tiers';
import { z } from 'zod';

const region = z
  .string({ error: 'a region of AWS such as us-east-1' })
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'a region of AWS such as us-east-1' });

/** What no environment may go below, whatever it declares. */
export const organisationPolicy = object('the policy of the organisation', {
  /** How long the longest-lived copies of each class of data are kept. */
  retention: z.record(
    z.enum(tiers),
    object('a minimum and a maximum', { minimum: duration, maximum: duration }),
  ),
  /** Classes of data of which a copy has to be in another region. */
  replicated: z.array(z.enum(tiers)),
  accessLogs: object('the retention of access logs', { minimum: duration }),
  evidence: object('the retention of evidence', { minimum: duration }),
  encryption: object('bounds on keys', {
    keyRotationAtMost: duration,
    keyDeletionWindowAtLeast: duration,
  }),
  /**
   * Disasters that services of some classes may be given up in, as `{ unprotected: '…' }` in their objectives;
   * in no other, nor anywhere where it is left out.
   */
  unprotected: z
    .partialRecord(z.enum(scenarios), z.array(z.enum(tiers)), {
      error: "tiers by disaster such as { 'region-failure': ['standard'] }",
    })
    .exactOptional(),
  /** Where data may be. */
  regions: nonEmpty('a list of at least one region', region),
  /** A month, of each environment. */
  budgetAtMost: money,
});

export type OrganisationPolicy = z.output<typeof organisationPolicy>;
/** As written in environments/policy.ts. */
export type OrganisationPolicyInput = z.input<typeof organisationPolicy>;
