import { minutes } from '@resilience/config/duration';
import { type Environment, isReplicated } from '@resilience/config/environment';
import { backupBucket, hasDrRegion, replicaBucket, replicaRule } from '@resilience/config/names';

import { location } from '../backup-choice.ts';
import { repositoryPassword } from '../repository-password.ts';
import { namespace } from '../runbook.ts';
import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Velero looks at its location every minute. */
const validatedWithin = minutes(10);

/** EBS storage of the type gp3 in a region, in TiB. */
const volumeQuota = 'L-7A658B76';

/** Looks whether the restore can work, before anything is touched. */
export const preFlight = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'pre-flight',
    inputs: ['namespaces', 'gibibytes', 'rights'],
    env: {
      NAMESPACES: input('namespaces'),
      GIBIBYTES: input('gibibytes'),
      RIGHTS: input('rights'),
      LOCATION: location,
      VALIDATED_WITHIN: String(validatedWithin.seconds),
      SECRET: environment.backups.repositorySecret.name,
      REGION: environment.aws.region,
      ADOPTED: adopted(environment),
      VOLUME_QUOTA: volumeQuota,
      ...replication(environment),
    },
    secrets: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: repositoryPassword } }],
    outputs: ['pending-replication'],
    deadline: minutes(10),
    retried: true,
  });

/** A password that is public is kept where what it encrypts was there before. */
const adopted = ({ backups: { source } }: Environment): string =>
  (source.storage.kind === 'bucket' ? source.storage.adopts : undefined) ?? '';

/** What the replica lacks matters only where it is restored from. */
function replication({ storage, backups: { source } }: Environment) {
  const replica = storage.kind === 'replica' && isReplicated(source);
  return {
    SOURCE_BUCKET: backupBucket(source).bucket,
    BUCKET: hasDrRegion(source) ? replicaBucket(source).bucket : '',
    RULE: replica ? replicaRule : '',
  };
}

/** What drills do to Kubernetes, as `kubectl auth can-i` takes it: a right a line. */
export const drillRights = [
  'create namespaces',
  'delete namespaces',
  'create networkpolicies.networking.k8s.io',
  'create resourcequotas',
  `create restores.velero.io ${namespace}`,
  'create pods/exec',
].join('\n');

/** What recoveries do. */
export const recoveryRights = [
  `create restores.velero.io ${namespace}`,
  'create pods/exec',
  'patch deployments.apps/scale',
  'patch statefulsets.apps/scale',
].join('\n');
