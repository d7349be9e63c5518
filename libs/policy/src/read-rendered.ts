import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRendered } from '@resilience/render/notice';
import { parse } from 'yaml';
import { z } from 'zod';

import { Rendered, type RenderedObject } from './rendered.ts';

/**
 * Reads what ArgoCD and Terraform will read of an environment.
 *
 * @param root the repository's folder
 * @throws when nothing is rendered, or with the name of a file that is no YAML or JSON, or no object of Kubernetes or Terraform
 */
export function readRendered(root: string, environment: string): Rendered {
  const folder = `environments/${environment}/rendered`;
  if (!existsSync(join(root, folder))) {
    throw new Error(`nothing is rendered for ${environment}: run "npm run render"`);
  }
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => applied.test(file) && !file.includes('/.terraform/'))
    .toSorted();
  return parseRendered(
    environment,
    files.map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
}

/** What Terraform reads in the folder of a stack, and ArgoCD in the folder of an application. */
const applied =
  /\/rendered\/(terraform\/.*\.(tf|tfvars)(\.json)?|(kubernetes|hooks)\/.*\.(ya?ml|json|jsonnet))$/;

/** @param files what they hold by their paths from the repository's root */
export const parseRendered = (
  environment: string,
  files: readonly (readonly [string, string])[],
): Rendered =>
  new Rendered(
    environment,
    files.flatMap(([file, source]) =>
      isRendered(source) ? objectsIn(file, source) : [unrendered(file)],
    ),
  );

function objectsIn(file: string, source: string): RenderedObject[] {
  // The version of Terraform, in the one form that all readers take: it makes nothing.
  if (file.endsWith('/versions.tf')) return [];
  try {
    return objectsOf(
      file,
      file.endsWith('.yaml') ? parse(source, { version: '1.1' }) : JSON.parse(source),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${why}`, { cause: error });
  }
}

/**
 * What a file holds: one object of Kubernetes, or the blocks of a stack.
 *
 * @throws when it is neither
 */
export const objectsOf = (file: string, content: unknown): RenderedObject[] =>
  file.endsWith('.yaml') ? [kubernetesObject(file, content)] : terraformBlocks(file, content);

/** A file that stands among the rendered ones. */
export const unrendered = (file: string): RenderedObject => ({
  file,
  place: [],
  kind: 'unrendered',
  name: file.split('/rendered/').at(-1) ?? file,
  value: undefined,
});

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});

function kubernetesObject(file: string, value: unknown): RenderedObject {
  const { apiVersion, kind, metadata } = manifest.parse(value);
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : apiVersion;
  return { file, place: [], kind: `${group}/${kind}`, name: metadata.name, value };
}

const byName = z.record(z.string(), z.unknown());
const byType = z.record(z.string(), byName);
const configuration = z.looseObject({
  resource: byType.optional(),
  data: byType.optional(),
  provider: z.looseObject({ aws: z.array(z.unknown()) }),
});

function terraformBlocks(file: string, content: unknown): RenderedObject[] {
  const { resource = {}, data = {}, provider } = configuration.parse(content);
  const stack = file.split('/').at(-2);
  const blocks = (section: string, prefix: string, types: z.output<typeof byType>) =>
    Object.entries(types).flatMap(([type, named]) =>
      Object.entries(named).map(([name, value]) => ({
        file,
        place: [section, type, name],
        kind: `${prefix}${type}`,
        name: `${stack}/${name}`,
        value,
      })),
    );
  return [
    ...blocks('resource', '', resource),
    ...blocks('data', 'data.', data),
    ...provider.aws.map((value, index) => ({
      file,
      place: ['provider', 'aws', index],
      kind: 'provider',
      name: `${stack}/${index}`,
      value,
    })),
  ];
}
