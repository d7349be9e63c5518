import { terraformOrThrow } from '../terraform.ts';
import { configurationOf } from './overrides.ts';

const address = 'aws_s3_bucket.backups_storage_bucket';

/**
 * Forgets the bucket and imports it, as docs/guides/adopting-what-exists.md tells.
 *
 * @throws when terraform would make it anew
 */
export async function adoptBucket(folder: string): Promise<void> {
  const bucket = configurationOf(folder).resource['aws_s3_bucket']?.['backups_storage_bucket'];
  const name = bucket && 'bucket' in bucket ? String(bucket.bucket) : '';
  await terraformOrThrow(folder, ['state', 'rm', address]);
  await terraformOrThrow(folder, ['import', address, name]);
  const plan = await terraformOrThrow(folder, ['plan']);
  const summary = /Plan: (\d+) to add, \d+ to change, (\d+) to destroy/.exec(plan);
  if (summary && (summary[1] !== '0' || summary[2] !== '0')) {
    throw new Error(`the plan makes something anew:\n${plan}`);
  }
}
