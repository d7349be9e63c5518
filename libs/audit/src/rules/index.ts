import { aCopyLeavesTheRegion } from './a-copy-leaves-the-region.ts';
import type { AuditRule } from './audit-rule.ts';
import { backupsAreRecent } from './backups-are-recent.ts';
import { bucketIsOutside } from './bucket-is-outside.ts';
import { credentialsAreNotInValues } from './credentials-are-not-in-values.ts';
import { csiPluginIsBuiltIn } from './csi-plugin-is-built-in.ts';
import { databasesAreQuiet } from './databases-are-quiet.ts';
import { definitionsAreKept } from './definitions-are-kept.ts';
import { fieldsHaveTheirType } from './fields-have-their-type.ts';
import { locationsAreThere } from './locations-are-there.ts';
import { namespacesAreInASchedule } from './namespaces-are-in-a-schedule.ts';
import { nodeAgentIsDeployed } from './node-agent-is-deployed.ts';
import { oneInstallation } from './one-installation.ts';
import { passwordIsSecret } from './password-is-secret.ts';
import { resticIsGone } from './restic-is-gone.ts';
import { retentionOutlivesTheGap } from './retention-outlives-the-gap.ts';
import { schedulesAreEnabled } from './schedules-are-enabled.ts';
import { schedulesAreThere } from './schedules-are-there.ts';
import { schedulesWrite } from './schedules-write.ts';
import { serverMakesBackups } from './server-makes-backups.ts';
import { transportIsEncrypted } from './transport-is-encrypted.ts';
import { valuesHaveAnEffect } from './values-have-an-effect.ts';
import { versionIsSupported } from './version-is-supported.ts';
import { volumesAreCopied } from './volumes-are-copied.ts';

/** Every rule of the audit. */
export const auditRules: readonly AuditRule[] = [
  aCopyLeavesTheRegion,
  backupsAreRecent,
  bucketIsOutside,
  credentialsAreNotInValues,
  csiPluginIsBuiltIn,
  databasesAreQuiet,
  definitionsAreKept,
  fieldsHaveTheirType,
  locationsAreThere,
  namespacesAreInASchedule,
  nodeAgentIsDeployed,
  oneInstallation,
  passwordIsSecret,
  resticIsGone,
  retentionOutlivesTheGap,
  schedulesAreEnabled,
  schedulesAreThere,
  schedulesWrite,
  serverMakesBackups,
  transportIsEncrypted,
  valuesHaveAnEffect,
  versionIsSupported,
  volumesAreCopied,
];
