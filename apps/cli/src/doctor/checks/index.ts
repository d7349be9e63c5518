import type { DoctorCheck } from '../doctor-check.ts';
import { argoLogin } from './argo-login.ts';
import { argoWorkflows } from './argo-workflows.ts';
import { argocdSettings } from './argocd-settings.ts';
import { awsAccount } from './aws-account.ts';
import { backupsAreRecent } from './backups-are-recent.ts';
import { buckets } from './buckets.ts';
import { secretsOfChannels } from './channel-secrets.ts';
import { clock } from './clock.ts';
import { clusterIsDeclared } from './cluster-is-declared.ts';
import { definitions } from './definitions.ts';
import { drift } from './drift.ts';
import { kubernetesVersion } from './kubernetes-version.ts';
import { locationIsAvailable } from './location-is-available.ts';
import { networkPolicies } from './network-policies.ts';
import { programsOfThisMachine } from './programs.ts';
import { prometheusSelects } from './prometheus-selects.ts';
import { repositoryPassword } from './repository-password.ts';
import { rights } from './rights.ts';
import { snapshotClasses } from './snapshot-class.ts';
import { storageClass } from './storage-class.ts';
import { veleroRuns } from './velero-runs.ts';

/** The first of a group says whether the others can be looked at. */
export const doctorChecks: readonly DoctorCheck[] = [
  programsOfThisMachine,
  argoLogin,
  awsAccount,
  buckets,
  kubernetesVersion,
  clusterIsDeclared,
  definitions,
  rights,
  secretsOfChannels,
  storageClass,
  networkPolicies,
  argocdSettings,
  argoWorkflows,
  prometheusSelects,
  clock,
  locationIsAvailable,
  veleroRuns,
  drift,
  snapshotClasses,
  backupsAreRecent,
  repositoryPassword,
];
