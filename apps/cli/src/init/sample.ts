import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { importModule } from '@resilience/config/import-module';
import { listEnvironments } from '@resilience/config/load';
import type { Replacement } from '@resilience/render/replace-files';

import { git } from '../git.ts';
import { Refusal } from '../refusal.ts';

/** The organisation that the sample environments are of. */
const sampleOrganisation = 'northwind';

const organisationFile = 'environments/organisation.ts';

/** Whose declarations a repository holds. */
export async function holds(root: string): Promise<'nothing' | 'the sample' | 'an organisation'> {
  const declared = existsSync(join(root, organisationFile)) || listEnvironments(root).length > 0;
  if (!declared) return 'nothing';
  return (await isOfSample(root, organisationFile, 'organisation'))
    ? 'the sample'
    : 'an organisation';
}

async function isOfSample(root: string, file: string, name: string): Promise<boolean> {
  const imported = await importModule(root, file);
  const declared = imported.ok ? imported.value[name] : undefined;
  return (
    typeof declared === 'object' &&
    declared !== null &&
    Reflect.get(declared, 'organisation') === sampleOrganisation
  );
}

/**
 * Takes away the files of the sample that Git can bring back: declarations, what was rendered from them, and
 * the owners of their code.
 *
 * @throws {Refusal} where a file differs from what Git holds
 */
export async function removalOfSample(root: string): Promise<Replacement[]> {
  const places = ['environments', '.github/CODEOWNERS'];
  const changed = git(root, 'status', '--porcelain', '--', ...places);
  if (changed === undefined) {
    throw new Refusal(
      'the sample is removed only where git can bring it back: this is no checkout',
    );
  }
  if (changed !== '') {
    throw new Refusal(
      `the sample is removed only where git can bring it back: commit or undo these changes first\n${changed}`,
    );
  }
  const folders = await sampleFolders(root);
  const files = [organisationFile, 'environments/policy.ts', ...folders, ...codeOwners(root)];
  const tracked = git(root, 'ls-files', '-z', '--', ...files) ?? '';
  return tracked
    .split('\0')
    .filter((file) => file !== '')
    .map((file) => ({ file, before: readFileSync(join(root, file), 'utf8'), after: undefined }));
}

async function sampleFolders(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const name of listEnvironments(root)) {
    if (await isOfSample(root, `environments/${name}/config.ts`, 'default')) {
      folders.push(`environments/${name}`);
    }
  }
  return folders;
}

/** The owners of the code, where they are the sample's. */
function codeOwners(root: string): string[] {
  const file = '.github/CODEOWNERS';
  const path = join(root, file);
  return existsSync(path) && readFileSync(path, 'utf8').includes(`@${sampleOrganisation}`)
    ? [file]
    : [];
}
