import { type Environment, hasCopies, ownsBucket } from '@resilience/config/environment';
import {
  alarmTopic,
  backupBucket,
  clusterArn,
  oidcProvider,
  repositorySecret,
  stateBucket,
} from '@resilience/config/names';

import { issuerOf } from './ci-trust.ts';

/** All that the stacks of an environment make, as ARNs: its names begin alike. */
export interface Scope {
  readonly states: readonly string[];
  readonly buckets: string[];
  readonly roles: string[];
  /** Of every environment of the organisation: a name may begin with the name of another. */
  readonly pipelines: string[];
  readonly keys: string[];
  readonly aliases: string[];
  readonly topics: string[];
  readonly rules: string[];
  readonly alarms: string[];
  readonly budgets: string[];
  readonly secrets: string[];
  readonly clusters: string[];
  readonly associations: string[];
  readonly providers: string[];
}

export function scopeOf(environment: Environment): Scope {
  const { aws, cluster, name, organisation } = environment;
  const prefix = `${organisation}-${name}-`;
  const arn = (service: string, resource: string, region = '*'): string =>
    `arn:${aws.partition}:${service}:${region}:${aws.account}:${resource}`;
  const regions = [aws.region, ...(hasCopies(environment) ? [environment.aws.drRegion] : [])];
  return {
    states: regions.map((region) => stateBucket(environment, region).arn),
    buckets: [
      `arn:${aws.partition}:s3:::${prefix}*`,
      ...(ownsBucket(environment) && environment.storage.adopts !== undefined
        ? [backupBucket(environment).arn]
        : []),
    ],
    roles: [arn('iam', `role/${prefix}*`, '')],
    pipelines: [arn('iam', `role/${organisation}-*-ci-*`, '')],
    keys: [arn('kms', 'key/*')],
    aliases: [arn('kms', `alias/${prefix}*`)],
    topics: [arn('sns', alarmTopic(environment))],
    rules: [arn('events', `rule/${prefix}*`)],
    alarms: [arn('cloudwatch', `alarm:${prefix}*`)],
    budgets: [arn('budgets', `budget/${prefix}*`, '')],
    secrets: regions.map((region) => repositorySecret(environment, region).arnPattern),
    clusters: [clusterArn(environment)],
    associations: [arn('eks', `podidentityassociation/${cluster.name}/*`, aws.region)],
    providers: environment.ci ? [oidcProvider(environment, issuerOf(environment.ci).url).arn] : [],
  };
}
