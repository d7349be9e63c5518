import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { partitionNames, partitions, regionsOf } from '@resilience/config/regions';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

interface SdkPartition {
  readonly id: string;
  readonly outputs: { readonly dnsSuffix: string };
  readonly regions: Readonly<Record<string, object>>;
}

/** The table of the AWS SDK in use, which exports it to nobody. */
async function sdkPartitions(): Promise<readonly SdkPartition[]> {
  const client = createRequire(import.meta.url).resolve('@aws-sdk/client-s3/package.json');
  const core = dirname(createRequire(client).resolve('@aws-sdk/core/package.json'));
  const table = join(core, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
  const { partitionsInfo } = await import(pathToFileURL(table).href);
  return partitionsInfo.partitions;
}

const known = await sdkPartitions();

test.each(some(partitionNames))(
  'the table of regions has those of %s that the SDK has: add what is new in libs/config/src/regions.ts',
  (name) => {
    const found = known.find(({ id }) => id === name);
    const regions = Object.keys(found?.regions ?? {}).filter(
      (region) => !region.endsWith('-global'),
    );
    expect(regionsOf(name)).toEqual(regions.toSorted());
    expect(partitions[name].domain).toBe(found?.outputs.dnsSuffix);
  },
);
