import { CreateAliasCommand, CreateKeyCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import type { Environment } from '@resilience/config/environment';
import type { BucketNames } from '@resilience/config/names';

import { encryptedBuckets, regionsOf } from '../aws/buckets.ts';
import { awsClients } from '../aws/clients.ts';
import { repositoryPassword } from './repository-password.ts';

/** Makes buckets, keys and secrets of environments in an AWS API; environments share some of them. */
export function provisioning(endpoint: string): (environment: Environment) => Promise<void> {
  const made = new Set<string>();
  const once = async (name: string, make: () => Promise<void>): Promise<void> => {
    if (made.has(name)) return;
    await make();
    made.add(name);
  };
  return async (environment) => {
    const { name } = environment.backups.repositorySecret;
    for (const region of regionsOf(environment)) {
      await once(`${name} in ${region}`, () => makeSecret(endpoint, region, name));
    }
    for (const names of encryptedBuckets(environment)) {
      await once(names.bucket, () => makeBucket(endpoint, names));
    }
  };
}

async function makeSecret(endpoint: string, region: string, name: string): Promise<void> {
  const secret = { Name: name, SecretString: repositoryPassword };
  await awsClients(endpoint, region).secrets.send(new CreateSecretCommand(secret));
}

async function makeBucket(
  endpoint: string,
  { bucket, region, keyAlias }: BucketNames,
): Promise<void> {
  const { s3, kms } = awsClients(endpoint, region);
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
