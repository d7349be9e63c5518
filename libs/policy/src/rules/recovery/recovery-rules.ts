import type { Rule } from '../../rule.ts';
import { classesAreReplicated } from './classes-are-replicated.ts';
import { copiesLeaveTheRegion } from './copies-leave-the-region.ts';
import { everyNodeIsCovered } from './every-node-is-covered.ts';
import { locationsAreUnderstood } from './locations-are-understood.ts';
import { locationsAreVerified } from './locations-are-verified.ts';
import { lossesAreAllowed } from './losses-are-allowed.ts';
import { maintenanceHasMemory } from './maintenance-has-memory.ts';
import { namespacesLeftOutAreDeclared } from './namespaces-left-out-are-declared.ts';
import { oneDefaultLocation } from './one-default-location.ts';
import { replicationIsTimed } from './replication-is-timed.ts';
import { schedulesNameTheirPolicies } from './schedules-name-their-policies.ts';
import { serverTakesCsiSnapshots } from './server-takes-csi-snapshots.ts';
import { snapshotsHaveAClass } from './snapshots-have-a-class.ts';
import { volumePoliciesAreThere } from './volume-policies-are-there.ts';
import { volumesFollowTheirPods } from './volumes-follow-their-pods.ts';
import { volumesLeftOutAreDeclared } from './volumes-left-out-are-declared.ts';
import { workKeepsItsNode } from './work-keeps-its-node.ts';

export const recoveryRules: readonly Rule[] = [
  classesAreReplicated,
  copiesLeaveTheRegion,
  everyNodeIsCovered,
  locationsAreUnderstood,
  locationsAreVerified,
  lossesAreAllowed,
  maintenanceHasMemory,
  namespacesLeftOutAreDeclared,
  oneDefaultLocation,
  replicationIsTimed,
  schedulesNameTheirPolicies,
  serverTakesCsiSnapshots,
  snapshotsHaveAClass,
  volumePoliciesAreThere,
  volumesFollowTheirPods,
  volumesLeftOutAreDeclared,
  workKeepsItsNode,
];
