import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseAllDocuments } from 'yaml';

import { downloadModule } from '../go-program.ts';
import { waitUntil } from '../wait-until.ts';
import { type Client, type Manifest, succeeded } from './client.ts';

/** Which of its definitions Argo's are: those with every field, or those without the fields of a workflow. */
type ArgoDefinitions = 'full' | 'minimal';

/** Folders of definitions in the Go modules of those who make them. */
const sourcesWith = (argo: ArgoDefinitions) => [
  {
    module: 'github.com/vmware-tanzu/velero',
    version: 'v1.18.3',
    folders: ['config/crd/v1/bases', 'config/crd/v2alpha1/bases'],
  },
  {
    module: 'github.com/kubernetes-csi/external-snapshotter/client/v8',
    version: 'v8.4.0',
    folders: ['config/crd'],
  },
  {
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    folders: ['config/crds/bases'],
  },
  {
    module: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.2.1',
    folders: ['manifests/crds'],
  },
  {
    module: 'github.com/argoproj/argo-workflows/v4',
    version: 'v4.0.5',
    folders: [`manifests/base/crds/${argo}`],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    folders: ['example/prometheus-operator-crd'],
  },
];

interface Definition extends Manifest {
  readonly spec: { readonly group: string; readonly names: { readonly kind: string } };
}

/**
 * Installs upstream's definitions of the kinds that are wanted, where there are none yet.
 *
 * @param wanted kinds with their groups, such as `velero.io/Schedule`
 * @returns where each that was installed came from
 */
export async function installCustomResources(
  client: Client,
  wanted: ReadonlySet<string>,
  argo: ArgoDefinitions = 'full',
): Promise<string[]> {
  const kinds = [...wanted].map((name) => name.split('/')[1] ?? '');
  const known = sourcesWith(argo).flatMap(({ module, version, folders }) =>
    definitionsOf(join(downloadModule(module, version).Dir), folders, kinds)
      .filter(({ spec }) => wanted.has(`${spec.group}/${spec.names.kind}`))
      .map((definition) => ({ definition, from: `${module}@${version}` })),
  );
  const isMissing = await Promise.all(
    known.map(async ({ definition }) => {
      return (await client.request('GET', await client.pathOf(definition))).status === 404;
    }),
  );
  const found = known.filter((_, index) => isMissing[index]);
  await Promise.all(found.map(({ definition }) => client.apply(definition)));
  await Promise.all(found.map(({ definition }) => established(client, definition)));
  return found.map(({ definition, from }) => `${definition.metadata.name} of ${from}`);
}

/** Definitions are read where they may be of these kinds: some are of a megabyte. */
const definitionsOf = (
  root: string,
  folders: readonly string[],
  kinds: readonly string[],
): Definition[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8'))
      .filter((text) => kinds.some((kind) => text.includes(`kind: ${kind}\n`)))
      .flatMap((text) => parseAllDocuments(text))
      .map((document) => document.toJS() as Definition | null)
      .filter((object) => object?.kind === 'CustomResourceDefinition')
      .filter((object) => object !== null),
  );

async function established(client: Client, definition: Definition): Promise<void> {
  const path = await client.pathOf(definition);
  await waitUntil(`${definition.metadata.name} is established`, 300_000, async () => {
    const { status } = succeeded(await client.request('GET', path)) as Partial<Installed>;
    return status?.conditions?.some(isEstablished) === true;
  });
}

interface Installed extends Manifest {
  readonly status: { readonly conditions?: readonly Condition[] };
}

interface Condition {
  readonly type: string;
  readonly status: string;
}

const isEstablished = ({ type, status }: Condition): boolean =>
  type === 'Established' && status === 'True';
