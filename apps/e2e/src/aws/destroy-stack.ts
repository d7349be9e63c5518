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
    Object.entries(resource).flatMap(([type, resources]) => {
      const held = Object.keys(resources).filter((name) => isHeld(resources[name]));
      const override = {
        lifecycle: { prevent_destroy: false },
        ...(type === 'aws_s3_bucket' && { force_destroy: true }),
      };
      return held.length > 0
        ? [[type, Object.fromEntries(held.map((name) => [name, override]))]]
        : [];
    }),
  );
  writeFileSync(overrideFile(scratch, 'scratch'), JSON.stringify({ resource: unprotected }));
  await terraformOrThrow(scratch, ['apply', '-auto-approve']);
  await terraformOrThrow(scratch, ['destroy', '-auto-approve']);
}

const isHeld = (resource: object | undefined): boolean =>
  JSON.stringify(resource).includes('"prevent_destroy":true');
