import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { readRendered } from '@resilience/policy/read-rendered';
import { z } from 'zod';

import { kubectlOf } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';
import type { DoctorContext, KubernetesObject } from './doctor-check.ts';

/**
 * What is declared and rendered of an environment, and the cluster of a context of kubectl.
 *
 * @throws {Refusal} where nothing is rendered
 */
export const contextOf = (
  environment: Environment,
  context: string | undefined,
): DoctorContext => ({
  environment,
  kubectl: kubectlOf(context),
  objects: objectsOf(environment.name),
  terraform: terraformOf(environment.name),
});

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});

function objectsOf(environment: string): KubernetesObject[] {
  try {
    return readRendered(repositoryRoot, environment)
      .objects.filter(({ file }) => file.includes('/rendered/kubernetes/'))
      .flatMap(({ file, value }) => {
        const parsed = manifest.safeParse(value);
        if (!parsed.success) return [];
        const { apiVersion, kind, metadata } = parsed.data;
        return [
          {
            file,
            apiVersion,
            kind,
            name: metadata.name,
            namespace: metadata.namespace,
            value: parsed.data,
          },
        ];
      });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const terraformOf = (environment: string): string[] =>
  globSync(`environments/${environment}/rendered/terraform/*/versions.tf`, { cwd: repositoryRoot })
    .map((file) => readFileSync(join(repositoryRoot, file), 'utf8'))
    .flatMap(
      (text) => /required_version *= *"(?<version>[^"]+)"/.exec(text)?.groups?.['version'] ?? [],
    );
