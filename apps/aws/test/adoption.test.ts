import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { days } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { wholeBucket } from '@resilience/config/names';
import { expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

const guide = readFileSync(
  join(import.meta.dirname, '../../../docs/guides/adopting-what-exists.md'),
  'utf8',
);

/** The stack of an adopted bucket that has all that can be declared. */
const { 'backup-storage': stack } = synthesised(
  primaryEnvironment(({ storage }) => {
    if (storage.kind !== 'bucket') return;
    storage.adopts = 'old-velero-bucket';
    storage.objectLock = { mode: 'governance', retention: days(60) };
  }),
);

const bucket = 'aws_s3_bucket.backups_storage_bucket';

/** The bucket, and every resource whose `bucket` it is. */
const settings = Object.entries(stack?.resource ?? {}).flatMap(([type, resources]) =>
  Object.entries(resources)
    .filter(([, value]) => 'bucket' in value && value.bucket === `\${${bucket}.id}`)
    .map(([name]) => `${type}.${name}`),
);

test('the guide imports every setting of an adopted bucket that Terraform would overwrite', () => {
  const imported = guide.match(/aws_s3_bucket[a-z_]*\.[\w-]+(?= \\?$| old-velero|$)/gm) ?? [];
  const shown = imported.filter((address) => !address.endsWith('backups_bucket'));
  expect([...new Set(shown)].toSorted()).toEqual([bucket, ...settings].toSorted());
});

test('request metrics are imported by the name that they are made with', () => {
  expect(guide).toContain(`backups_request-metrics old-velero-bucket:${wholeBucket}\n`);
});
