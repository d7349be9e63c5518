import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { GetRoleCommand } from '@aws-sdk/client-iam';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { GetBucketLocationCommand } from '@aws-sdk/client-s3';
import { backupServiceAccount, objectStateServiceAccount } from '@resilience/config/names';
import { parse } from 'yaml';

import { renderedRoot } from '../../rendered-root.ts';
import type { Expectation } from '../expectation.ts';

interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: {
    readonly objectStorage?: { readonly bucket: string };
    readonly config?: { readonly region: string };
    readonly provider?: { readonly aws: { readonly region: string } };
    readonly data?: readonly { readonly remoteRef: { readonly key: string } }[];
  };
}

/** Accounts of what never speaks to AWS. */
const withoutRole: ReadonlySet<string> = new Set([
  backupServiceAccount.name,
  objectStateServiceAccount.name,
]);

export const clusterNamesExist: Expectation = {
  what: 'the roles, the bucket and the secret that the rendered manifests name are the applied ones',
  check: async (environment, aws) => {
    const manifests = renderedManifests(environment.name);
    const accounts = manifests.filter(
      ({ kind, metadata }) => kind === 'ServiceAccount' && !withoutRole.has(metadata.name),
    );
    deepEqual(accounts.map(({ metadata }) => metadata.name).toSorted(), [
      'resilience-cloudwatch',
      'resilience-drills',
      'resilience-runbooks',
      'velero',
      'velero-node-agent',
      'velero-secrets',
    ]);
    for (const { metadata } of accounts) {
      const arn = metadata.annotations?.['eks.amazonaws.com/role-arn'] ?? '';
      const command = new GetRoleCommand({ RoleName: arn.split('/').at(-1) });
      const { Role } = await aws(environment.aws.region).iam.send(command);
      deepEqual(Role?.Arn, arn);
      const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '');
      ok(trust.includes(`system:serviceaccount:${metadata.namespace}:${metadata.name}"`), trust);
    }
    const locations = manifests.filter(({ kind }) => kind === 'BackupStorageLocation');
    deepEqual(locations.length, 1);
    for (const { spec } of locations) {
      const region = spec?.config?.region ?? '';
      const command = new GetBucketLocationCommand({ Bucket: spec?.objectStorage?.bucket });
      const { LocationConstraint } = await aws(region).s3.send(command);
      // S3 has no word for its first region.
      deepEqual(LocationConstraint ?? 'us-east-1', region);
    }
    const store = manifests.find(({ kind }) => kind === 'SecretStore');
    const secret = manifests.find(({ kind }) => kind === 'ExternalSecret');
    const SecretId = secret?.spec?.data?.[0]?.remoteRef.key;
    const described = await aws(store?.spec?.provider?.aws.region ?? '').secrets.send(
      new DescribeSecretCommand({ SecretId }),
    );
    deepEqual(described.Name, SecretId);
  },
};

function renderedManifests(environment: string): Manifest[] {
  const folder = join(renderedRoot, 'environments', environment, 'rendered/kubernetes');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => parse(readFileSync(join(folder, path), 'utf8')) as Manifest);
}
