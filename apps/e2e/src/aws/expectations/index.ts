import type { Expectation } from '../expectation.ts';
import { alarmsReachPeople } from './alarms-reach-people.ts';
import { backupsAgeAsDeclared } from './backups-age-as-declared.ts';
import { bucketsAreClosed } from './buckets-are-closed.ts';
import { bucketsAreEncrypted } from './buckets-are-encrypted.ts';
import { clusterNamesExist } from './cluster-names-exist.ts';
import { copiesAreReplicated } from './copies-are-replicated.ts';
import { everythingIsTagged } from './everything-is-tagged.ts';
import { evidenceIsLocked } from './evidence-is-locked.ts';
import { metricsAreOfWhatExists } from './metrics-are-of-what-exists.ts';
import { statesAreKept } from './states-are-kept.ts';
import { volumesAreEncrypted } from './volumes-are-encrypted.ts';

export const expectations: readonly Expectation[] = [
  alarmsReachPeople,
  backupsAgeAsDeclared,
  bucketsAreClosed,
  bucketsAreEncrypted,
  clusterNamesExist,
  copiesAreReplicated,
  everythingIsTagged,
  evidenceIsLocked,
  metricsAreOfWhatExists,
  statesAreKept,
  volumesAreEncrypted,
];
