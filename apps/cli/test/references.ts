/** An object, as far as references are looked for in it. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [key: string]: unknown;
}

/** What one object names and needs. */
export interface Reference {
  readonly from: string;
  readonly kind: string;
  readonly name: string;
}

/** Made by others: Kubernetes' own, and what External Secrets makes of an ExternalSecret. */
const external = new Set(['ClusterRole/cluster-admin']);

/** Every reference that nothing in the set, and nobody outside it, resolves. */
export function dangling(objects: readonly Manifest[]): Reference[] {
  const known = new Set([
    ...external,
    ...objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`),
    ...objects.flatMap((object) => secretsOf(object).map((name) => `Secret/${name}`)),
  ]);
  return objects.flatMap(referencesOf).filter(({ kind, name }) => !known.has(`${kind}/${name}`));
}

const secretsOf = (object: Manifest): string[] =>
  object.kind === 'ExternalSecret'
    ? valuesOf(object, 'target').map((target) => String(Reflect.get(Object(target), 'name')))
    : [];

/** Keys that name an object, with the kind that they name. */
const named: Readonly<Record<string, string>> = {
  serviceAccountName: 'ServiceAccount',
  priorityClassName: 'PriorityClass',
  policyName: 'ValidatingAdmissionPolicy',
  secretName: 'Secret',
  storageLocation: 'BackupStorageLocation',
  project: 'AppProject',
};

/** Keys that hold an object with a name, with the kind that it names. */
const holding: Readonly<Record<string, string>> = {
  resourcePolicy: 'ConfigMap',
  resourceModifier: 'ConfigMap',
  workflowTemplateRef: 'WorkflowTemplate',
  secretStoreRef: 'SecretStore',
  serviceAccountRef: 'ServiceAccount',
};

function referencesOf(object: Manifest): Reference[] {
  const from = `${object.kind}/${object.metadata.name}`;
  const references = [object, ...manifestsIn(object)].flatMap((part) => [
    ...Object.entries(named).flatMap(([key, kind]) =>
      valuesOf(part, key).map((name) => ({ from, kind, name: String(name) })),
    ),
    ...[...Object.entries(holding), ...roleKinds(part)].flatMap(([key, kind]) =>
      valuesOf(part, key).map((held) => ({
        from,
        kind,
        name: String(Reflect.get(Object(held), 'name')),
      })),
    ),
    ...argumentsNaming(part).map((name) => ({ from, kind: 'ConfigMap', name })),
  ]);
  return references.filter(({ name }) => !name.includes('{{'));
}

const roleKinds = (part: object): [string, string][] =>
  valuesOf(part, 'roleRef').map((role) => ['roleRef', String(Reflect.get(Object(role), 'kind'))]);

/** The settings that Velero is told of by arguments such as --node-agent-configmap=node-agent. */
const argumentsNaming = (part: object): string[] =>
  valuesOf(part, 'args')
    .flatMap((words) => (Array.isArray(words) ? words.map(String) : []))
    .flatMap((word) => /^--[a-z-]+-configmap=(.+)$/.exec(word)?.[1] ?? []);

/** Objects that a workflow makes stand as JSON in its steps; what Argo fills in as JSON has no quotes. */
const manifestsIn = (object: object): object[] =>
  valuesOf(object, 'manifest').map(
    (text): object =>
      JSON.parse(String(text).replaceAll(/(?<=: )\{\{[^}]+\}\}/g, '"$&"')) as object,
  );

/** Every value of a key, however deep. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key ? [inner] : valuesOf(inner, key),
  );
}
