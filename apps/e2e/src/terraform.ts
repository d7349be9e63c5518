import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A terraform on this machine, and the folder that it can take the AWS provider from offline. */
export interface Terraform {
  readonly pluginDir: string;
}

/** Names the folder of a filesystem mirror; without it, the usual places are searched. */
const pluginDirVariable = 'TF_PLUGIN_DIR';
const usualPlaces = ['/opt', '/usr/local/share', '/usr/share', join(homedir(), '.terraform.d')];

/** @returns what was found, or why nothing can be checked here */
export function findTerraform(): Terraform | { readonly missing: string } {
  if (spawnSync('terraform', ['version']).error) return { missing: 'terraform is not on the PATH' };
  const pluginDir = process.env[pluginDirVariable] ?? usualPlaces.flatMap(mirrorsBelow).at(0);
  return pluginDir === undefined
    ? { missing: `no mirror holds the AWS provider; name its folder in ${pluginDirVariable}` }
    : { pluginDir };
}

/** Mirrors are laid out as HOST/NAMESPACE/TYPE/VERSION/PLATFORM. */
function mirrorsBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(place, entry.name))
    .filter((folder) => existsSync(join(folder, 'registry.terraform.io/hashicorp/aws')));
}

/**
 * Runs terraform in a folder.
 *
 * @returns undefined when it succeeded, else what it printed
 */
export function terraform(folder: string, words: readonly string[]): string | undefined {
  // A machine may name a configuration file that is not there.
  const { TF_CLI_CONFIG_FILE: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('terraform', [...words, '-no-color'], {
    cwd: folder,
    env: { ...env, TF_IN_AUTOMATION: '1' },
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}
