import type { Rule } from '../../rule.ts';
import { accountsArePinned } from './accounts-are-pinned.ts';
import { breakGlassNeedsMfa } from './break-glass-needs-mfa.ts';
import { bucketsArePrivate } from './buckets-are-private.ts';
import { foreignBackupsAreReadOnly } from './foreign-backups-are-read-only.ts';
import { grantsAreForAws } from './grants-are-for-aws.ts';
import { networkIsClosed } from './network-is-closed.ts';
import { noWildcardActions } from './no-wildcard-actions.ts';
import { nodeCredentialsAreOutOfReach } from './node-credentials-are-out-of-reach.ts';
import { ownerOwnsObjects } from './owner-owns-objects.ts';
import { pipelinesAreTrustedExactly } from './pipelines-are-trusted-exactly.ts';
import { plansOnlyRead } from './plans-only-read.ts';
import { podsAreConfined } from './pods-are-confined.ts';
import { regionsAreAllowed } from './regions-are-allowed.ts';
import { serviceAccountsHaveRoles } from './service-accounts-have-roles.ts';
import { servicesSendWhatIsAsked } from './services-send-what-is-asked.ts';
import { snapshotsOfOthersAreSafe } from './snapshots-of-others-are-safe.ts';
import { stateIsGuarded } from './state-is-guarded.ts';
import { trustIsBound } from './trust-is-bound.ts';
import { writesNameTheirTarget } from './writes-name-their-target.ts';

export const accessRules: readonly Rule[] = [
  accountsArePinned,
  breakGlassNeedsMfa,
  bucketsArePrivate,
  foreignBackupsAreReadOnly,
  grantsAreForAws,
  networkIsClosed,
  noWildcardActions,
  nodeCredentialsAreOutOfReach,
  ownerOwnsObjects,
  pipelinesAreTrustedExactly,
  plansOnlyRead,
  podsAreConfined,
  regionsAreAllowed,
  serviceAccountsHaveRoles,
  servicesSendWhatIsAsked,
  snapshotsOfOthersAreSafe,
  stateIsGuarded,
  trustIsBound,
  writesNameTheirTarget,
];
