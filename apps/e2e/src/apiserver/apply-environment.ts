import type { Environment } from '@resilience/config/environment';
import { argocdController } from '@resilience/config/names';

import type { Report } from '../report.ts';
import type { Client, Manifest } from './client.ts';
import { installCustomResources } from './custom-resources.ts';
import { type RenderedObject, renderedObjects } from './rendered-objects.ts';
import { userName } from './user-name.ts';

/**
 * Applies everything that is rendered for an environment as ArgoCD does, and once more: the second time
 * nothing may change.
 */
export async function applyEnvironment(
  { name: environment, gitops }: Environment,
  client: Client,
  report: Report,
): Promise<void> {
  const objects = renderedObjects(environment);
  const argocd = userName(argocdController({ gitops }));
  const apply = (object: Manifest): Promise<Manifest> => client.apply(object, argocd);
  await report.check(`${environment}: upstream's definitions are installed`, async () => {
    const installed = await installCustomResources(client, kindsOf(objects));
    return installed.map((line) => `\n            ${line}`).join('');
  });
  for (const namespace of foreignNamespaces(objects)) {
    await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  }
  const first = new Map<string, string | undefined>();
  await report.check(`${environment}: every object is accepted`, async () => {
    const problems = await applyAll(objects, apply, (file, version) => first.set(file, version));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `${objects.length} objects`;
  });
  await report.check(`${environment}: a second sync changes nothing`, async () => {
    const changed: string[] = [];
    const problems = await applyAll(objects, apply, (file, version) => {
      if (first.get(file) !== version) changed.push(`${file} changed`);
    });
    if (problems.length + changed.length > 0) throw new Error([...problems, ...changed].join('\n'));
  });
}

async function applyAll(
  objects: readonly RenderedObject[],
  apply: (object: Manifest) => Promise<Manifest>,
  onApplied: (file: string, version: string | undefined) => void,
): Promise<string[]> {
  const problems: string[] = [];
  for (const { file, object } of objects) {
    try {
      onApplied(file, (await apply(object)).metadata.resourceVersion);
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return problems;
}

const kindsOf = (objects: readonly RenderedObject[]): ReadonlySet<string> =>
  new Set([
    ...objects.map(({ object }) => `${object.apiVersion.split('/')[0]}/${object.kind}`),
    // Not rendered, but made by people and runbooks, and judged at admission.
    ...['Backup', 'Restore', 'DeleteBackupRequest', 'Schedule'].map((kind) => `velero.io/${kind}`),
  ]);

/** Namespaces that others make, such as ArgoCD's own. */
function foreignNamespaces(objects: readonly RenderedObject[]): string[] {
  const rendered = new Set(
    objects
      .filter(({ object }) => object.kind === 'Namespace')
      .map(({ object }) => object.metadata.name),
  );
  return [...new Set(objects.flatMap(({ object }) => object.metadata.namespace ?? []))].filter(
    (name) => !rendered.has(name),
  );
}
