import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadEnvironment } from '@resilience/config/load';
import { programRoot } from '@resilience/fixtures/program-root';
import { onTestFinished } from 'vitest';

import { foundBy } from '../../../src/init/from-audit/found-by.ts';
import { type Given, judgeAnswers, withUsual } from '../../../src/init/given-answers.ts';
import { init } from '../../../src/init/init.ts';
import { emptyRepository } from '../../empty-repository.ts';

/** A folder of the audit's own tests. */
export const corpus = (name: string): string => join(programRoot, 'libs/audit/test/corpus', name);

/** A repository that is removed after the test. */
function repositoryOfTest(): string {
  const root = emptyRepository();
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

/** A folder of manifests of its own. */
export function manifests(...documents: readonly string[]): string {
  const folder = join(repositoryOfTest(), 'manifests');
  mkdirSync(folder);
  writeFileSync(join(folder, 'all.yaml'), documents.join('\n---\n'));
  return folder;
}

/** What a declaration keeps of what is at a path, before it is judged. */
export function keptBy(path: string, answers: Given, root = '', over: Given = {}) {
  const found = foundBy(path);
  const judged = judgeAnswers(
    withUsual(root, { ...answers, services: [], ...found.known, ...over }),
    'answers.yaml',
  );
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  return { answers: judged.answers, kept: found.keep(judged.answers) };
}

/** A repository with what `init --from-audit` writes. */
export async function keptOf(path: string, given: Given) {
  const root = repositoryOfTest();
  const { answers, kept } = keptBy(path, given, root);
  const { code, result } = await init(answers, {
    root,
    removeSample: false,
    dryRun: false,
    kept,
  });
  if (code !== 0) throw new Error(JSON.stringify(result.problems, undefined, 2));
  return { root, result };
}

export async function environmentOf(root: string) {
  const loaded = await loadEnvironment(root, 'production');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

export const location = `
apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata: {name: default, namespace: velero}
spec: {provider: aws, default: true, objectStorage: {bucket: acme-backups}, config: {region: eu-central-1}}`;

export const schedule = (name: string, template: string, times = '15 3 * * *'): string => `
apiVersion: velero.io/v1
kind: Schedule
metadata: {name: ${name}, namespace: velero}
spec: {schedule: "${times}", template: ${template}}`;

export const namespace = (name: string): string => `
apiVersion: v1
kind: Namespace
metadata: {name: ${name}}`;
