import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CreateAliasCommand, CreateKeyCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { Environment } from '@resilience/config/environment';
import { backupBucket, veleroServiceAccount } from '@resilience/config/names';

import { type Client, type Manifest, succeeded } from '../apiserver/client.ts';
import { startControlPlane } from '../apiserver/control-plane.ts';
import { installCustomResources } from '../apiserver/custom-resources.ts';
import type { Server } from '../apiserver/kubeconfig-of.ts';
import { tokenOf } from '../apiserver/token-of.ts';
import { administrator, type AwsClients, awsClients } from '../aws/clients.ts';
import { startMoto } from '../aws/moto.ts';
import { CallError, endWith2 } from '../call-error.ts';
import { Cleanups } from '../cleanups.ts';
import { load } from '../declared.ts';
import { enterCluster } from '../platform/ground/enter-cluster.ts';
import { veleroKinds } from '../platform/velero-kinds.ts';
import { pythonPrograms } from '../python-programs.ts';
import { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import { deletionOf, ended, scheduled, veleroObject } from './backups.ts';
import { type Installed, overlaid } from './overlay.ts';
import { startVelero, type Velero } from './start-velero.ts';
import { recordedShape, recordShape, shapeOf } from './told-shape.ts';
import { skipped } from '../skipped.ts';

const environmentName = 'staging';
const namespace = 'catalog-of-e2e';

const kept: Manifest = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'prices', namespace },
  data: { 'prices.json': '{"apple": 3}' },
};

const found = pythonPrograms(join(import.meta.dirname, '../aws/moto-requirements.txt'));
if ('missing' in found) process.stdout.write(skipped('e2e:velero', found.missing));
else if (spawnSync('go', ['version']).error) {
  process.stdout.write(skipped('e2e:velero', 'go, which builds Velero, is not on the PATH'));
} else await verify(found.programs).catch(endWith2);

/** Runs a real Velero with what is rendered, and looks at what it does and tells. */
async function verify(programs: string): Promise<void> {
  const report = new Report();
  const cleanups = new Cleanups();
  try {
    const { client, server, stop } = await clusterFor();
    cleanups.defer(stop);
    const environment = await load(environmentName);
    const { account, region } = environment.aws;
    const work = mkdtempSync(join(tmpdir(), 'resilience-velero-aws-'));
    cleanups.defer(() => rmSync(work, { recursive: true, force: true }));
    const moto = await startMoto(programs, account, join(work, 'moto.log'));
    cleanups.defer(() => moto.stop());
    const { endpoint } = moto;
    const aws = awsClients(endpoint, region);
    await makeBucket(aws, environment);
    const installed = overlaid(environment.name, {
      s3: endpoint,
      aws: endpoint,
      sessions: { velero: administrator, 'node-agent': administrator },
    });
    for (const line of installed.differences) process.stdout.write(`overlay ${line}\n`);
    await install(client, installed);
    const access = { ...server, token: await tokenOf(client, veleroServiceAccount) };
    const run = { access, args: installed.args, endpoint, region };
    const velero = await startVelero(run, administrator);
    cleanups.defer(velero.stop);
    await liveThrough({ client, velero, aws, environment, installed }, report);
  } finally {
    await cleanups.run();
  }
  process.exitCode = report.finish() ? 0 : 1;
}

interface Place {
  readonly client: Client;
  readonly server: Server;
  readonly stop: () => Promise<void>;
}

/**
 * An API server of its own, or that of the cluster which KUBECONFIG names.
 *
 * @throws CallError where somebody has a Velero there already
 */
async function clusterFor(): Promise<Place> {
  const existing = process.env['KUBECONFIG'];
  if (!existing) {
    const { client, url, stop } = await startControlPlane();
    return { client, server: { url, isTrusted: true }, stop };
  }
  const wanted = [veleroServiceAccount.namespace, namespace];
  const { client, server, problems, leave } = await enterCluster(existing, wanted);
  if (problems.length > 0) throw new CallError(problems);
  return { client, server, stop: leave };
}

async function makeBucket({ s3, kms }: AwsClients, environment: Environment): Promise<void> {
  const { bucket, keyAlias } = backupBucket(environment);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new CreateAliasCommand({ AliasName: keyAlias, TargetKeyId: KeyMetadata?.KeyId }));
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
}

async function install(client: Client, { objects }: Installed): Promise<void> {
  const kinds = objects.map(({ apiVersion, kind }) => `${apiVersion.split('/')[0]}/${kind}`);
  await installCustomResources(client, new Set([...kinds, ...veleroKinds]));
  for (const object of objects) await client.apply(object);
  await client.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'velero-repo-credentials', namespace: veleroServiceAccount.namespace },
    stringData: { 'repository-password': randomBytes(24).toString('base64url') },
  });
  await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  await client.apply(kept);
}

interface Life {
  readonly client: Client;
  readonly velero: Velero;
  readonly aws: AwsClients;
  readonly environment: Environment;
  readonly installed: Installed;
}

async function liveThrough(life: Life, report: Report): Promise<void> {
  const { client, velero, aws, environment, installed } = life;
  const { bucket } = backupBucket(environment);
  await report.check('the rendered location becomes available', async () => {
    await waitUntil('the location is available', 120_000, async () => {
      const location = installed.objects.find(({ kind }) => kind === 'BackupStorageLocation');
      if (!location) return false;
      const { status } = succeeded(await client.request('GET', await client.pathOf(location)));
      return (status as { readonly phase?: string } | undefined)?.phase === 'Available';
    });
  });
  for (const schedule of installed.objects.filter(({ kind }) => kind === 'Schedule')) {
    const { name } = schedule.metadata;
    await report.check(`the rendered schedule ${name} makes a backup`, async () => {
      equal(await ended(client, scheduled(`${name}-1`, schedule)), 'Completed');
      const { Contents = [] } = await aws.s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: `backups/${name}-1/` }),
      );
      ok(Contents.some(({ Key }) => Key?.endsWith('velero-backup.json')));
    });
  }
  const daily = installed.objects.find(({ kind }) => kind === 'Schedule');
  if (!daily) throw new Error(`${environment.name} has no schedule`);
  await report.check('a backup to a location that is not there is refused', async () => {
    const refused = scheduled('refused', daily, { storageLocation: 'elsewhere' });
    equal(await ended(client, refused), 'FailedValidation');
  });
  await report.check('a deleted object comes back as it was', async () => {
    succeeded(await client.request('DELETE', await client.pathOf(kept)));
    const spec = { backupName: `${daily.metadata.name}-1`, includedNamespaces: [namespace] };
    equal(await ended(client, veleroObject('Restore', 'restored', { spec })), 'Completed');
    const { data } = succeeded(await client.request('GET', await client.pathOf(kept)));
    deepEqual(data, kept['data']);
  });
  await report.check('a backup is deleted', async () => {
    const request = deletionOf('deleted', `${daily.metadata.name}-1`);
    equal(await ended(client, request), 'Processed');
  });
  await report.check('it tells of itself what was recorded for the tests of alerts', async () => {
    // What a location was found to be is told only after it was looked at once more, a minute later.
    const text = await waitUntil('it tells of the location', 180_000, async () => {
      const told = await velero.scrape();
      return told.includes('velero_backup_location_status_gauge{') && told;
    });
    const shape = shapeOf(text);
    if (process.argv.includes('--record')) recordShape(shape);
    equal(shape, recordedShape());
  });
}
