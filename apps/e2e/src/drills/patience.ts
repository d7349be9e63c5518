import type { Manifest } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';

interface Steps extends Manifest {
  readonly spec: { readonly templates: readonly Template[] };
}

interface Template {
  readonly name: string;
  readonly script?: {
    readonly env: readonly { readonly name: string; readonly value?: string }[];
  };
}

/** Lets clean-ups wait for fewer seconds than is rendered, and look once, for as long as something runs. */
export async function withPatience<T>(
  { installed, sync }: Cluster,
  seconds: number,
  run: () => Promise<T>,
): Promise<T> {
  const rendered = installed.objects.find(
    ({ kind, metadata }) => kind === 'WorkflowTemplate' && metadata.name === 'resilience-steps',
  ) as Steps | undefined;
  if (!rendered) throw new Error('there is no WorkflowTemplate resilience-steps');
  const templates = rendered.spec.templates.map((template) =>
    template.name === 'clean-up'
      ? impatient(template, { TIMEOUT: `${seconds}`, LOOKS: '1' })
      : template,
  );
  await sync({ ...rendered, spec: { ...rendered.spec, templates } });
  try {
    return await run();
  } finally {
    await sync(rendered);
  }
}

const impatient = (template: Template, values: Readonly<Record<string, string>>): Template => ({
  ...template,
  ...(template.script && {
    script: {
      ...template.script,
      env: template.script.env.map((variable) => ({
        ...variable,
        ...(variable.name in values && { value: values[variable.name] }),
      })),
    },
  }),
});
