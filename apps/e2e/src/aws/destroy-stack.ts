import { cpSync, writeFileSync } from 'node:fs';

import { terraform, terraformOrThrow } from '../terraform.ts';
import { configurationOf, overrideFile } from './overrides.ts';

/**
 * Tries to destroy what was applied.
 *
 * @throws when terraform would do it
 */
export async function refuseDestruction(folder: string): Promise<void> {
  const { status, output } = await terraform(folder, ['plan', '-destroy']);
  if (status === 0 || !output.includes('prevent_destroy')) {
    throw new Error(`terraform does not refuse:\n${output}`);
  }
}

/** Destroys what was applied, from a copy in which nothing prevents it. */
export async function destroyScratchCopy(folder: string): Promise<void> {
  const scratch = `${folder}-scratch`;
  cpSync(folder, scratch, { recursive: true });
  const { resource } = configurationOf(scratch);
  const unprotected = Object.fromEntries(
    ['aws_kms_key', 'aws_s3_bucket']
      .filter((type) => resource[type])
      .map((type) => [
        type,
        Object.fromEntries(
          Object.keys(resource[type] ?? {}).map((name) => [
            name,
            {
              lifecycle: { prevent_destroy: false },
              ...(type === 'aws_s3_bucket' && { force_destroy: true }),
            },
          ]),
        ),
      ]),
  );
  writeFileSync(overrideFile(scratch, 'scratch'), JSON.stringify({ resource: unprotected }));
  await terraformOrThrow(scratch, ['apply', '-auto-approve']);
  await terraformOrThrow(scratch, ['destroy', '-auto-approve']);
}
