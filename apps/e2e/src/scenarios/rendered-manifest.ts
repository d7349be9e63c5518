import type { Manifest } from '../apiserver/client.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';

interface Step {
  readonly environment: string;
  /** The WorkflowTemplate, and its template. */
  readonly workflow: string;
  readonly template: string;
}

interface Template {
  readonly name: string;
  readonly resource?: { readonly manifest: string };
}

/**
 * The object that a step of the rendered runbooks makes, with values in the place of what it asks for.
 *
 * @throws when something that it asks for has no value
 */
export function renderedManifest(
  { environment, workflow, template }: Step,
  values: Readonly<Record<string, string>>,
): Manifest {
  const found = renderedObjects(environment).find(
    ({ object }) => object.kind === 'WorkflowTemplate' && object.metadata.name === workflow,
  );
  const spec = found?.object['spec'] as { readonly templates: readonly Template[] } | undefined;
  const text = spec?.templates.find(({ name }) => name === template)?.resource?.manifest ?? '{}';
  const filled = text.replaceAll(/\{\{([a-z.-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nobody says what ${name} is`);
    return value;
  });
  return withoutNulls(JSON.parse(filled) as Manifest);
}

/** Argo creates what is given; server-side apply takes a null for a field to be removed. */
const withoutNulls = (object: Manifest): Manifest => ({
  ...object,
  spec: Object.fromEntries(
    Object.entries(object['spec'] as object).filter(([, value]) => value !== null),
  ),
});
