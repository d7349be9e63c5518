import { CreateAliasCommand, CreateKeyCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import type { Environment } from '@resilience/config/environment';
import type { BucketNames } from '@resilience/config/names';

import { encryptedBuckets, regionsOf } from '../aws/buckets.ts';
import type { AwsClients } from '../aws/clients.ts';
import { repositoryPassword } from './repository-password.ts';

/** Makes buckets, keys and secrets of environments in an AWS API; environments share some of them. */
export function provisioning(
  aws: (region: string) => AwsClients,
): (environment: Environment) => Promise<void> {
  const made = new Set<string>();
  const once = async (name: string, make: () => Promise<void>): Promise<void> => {
    if (made.has(name)) return;
    await make();
    made.add(name);
  };
  return async (environment) => {
    const { name } = environment.backups.repositorySecret;
    for (const region of regionsOf(environment)) {
      await once(`${name} in ${region}`, () => makeSecret(aws(region), name));
    }
    for (const names of encryptedBuckets(environment)) {
      await once(names.bucket, () => makeBucket(aws(names.region), names));
    }
  };
}

async function makeSecret({ secrets }: AwsClients, name: string): Promise<void> {
  const secret = { Name: name, SecretString: repositoryPassword };
  await secrets.send(new CreateSecretCommand(secret));
}

async function makeBucket(
  { s3, kms }: AwsClients,
  { bucket, region, keyAlias }: BucketNames,
): Promise<void> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const key = { AliasName: keyAlias, TargetKeyId: KeyMetadata?.KeyId };
  await kms.send(new CreateAliasCommand(key));
  await s3.send(
    new CreateBucketCommand({
      Bucket: bucket,
      ...(region !== 'us-east-1' && {
        CreateBucketConfiguration: { LocationConstraint: region as 'us-west-2' },
      }),
    }),
  );
}
