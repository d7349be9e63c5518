import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Answer } from '@resilience/workflows/stand-ins';
import { parse } from 'yaml';

import { repositoryRoot } from '../src/repository-root.ts';

const folder = join(repositoryRoot, 'environments/staging/rendered/kubernetes/velero-workflows');

/** The runbook of staging as it was rendered, which is how it is in the cluster. */
export const renderedTemplate = (name: string): object => {
  const template = parse(readFileSync(join(folder, `workflowtemplate-${name}.yaml`), 'utf8')) as {
    metadata: object;
  };
  return { ...template, metadata: { ...template.metadata, uid: `uid-of-${name}` } };
};

/** @param what it restores, such as `namespace` */
export const templateOf = (what: string): Answer => {
  const name = `restore-${what}`;
  return {
    asked: `get workflowtemplates.argoproj.io ${name} --namespace velero`,
    output: renderedTemplate(name),
  };
};
