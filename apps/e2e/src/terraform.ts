import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A terraform on this machine, and the folder that it can take the AWS provider from offline. */
export interface Terraform {
  readonly pluginDir: string;
}

/** How a run of terraform ended. */
export interface TerraformRun {
  readonly status: number;
  readonly output: string;
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

/** Runs terraform in a folder. */
export function terraform(folder: string, words: readonly string[]): Promise<TerraformRun> {
  // A machine may name a configuration file that is not there, and credentials that are real.
  const { TF_CLI_CONFIG_FILE: _file, AWS_PROFILE: _profile, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', [...words, '-no-color'], {
      cwd: folder,
      env: { ...env, TF_IN_AUTOMATION: '1', TF_INPUT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** Runs terraform in a folder and expects success. */
export async function terraformOrThrow(folder: string, words: readonly string[]): Promise<string> {
  const { status, output } = await terraform(folder, words);
  if (status === 0) return output;
  throw new Error(`terraform ${words[0]} exited with ${status}:\n${verdict(output)}`);
}

/** What terraform printed, from its first error or planned change on. */
export function verdict(output: string): string {
  const start = output.search(/^(Error:|Terraform will perform)/m);
  return start < 0 ? output : output.slice(start);
}
