import { type Stack, synthAws } from '@resilience/aws/synth';
import { synthCluster } from '@resilience/cluster/synth';
import type { Environment } from '@resilience/config/environment';
import { kubernetesFile } from '@resilience/render/kubernetes-file';
import type { RenderedFile } from '@resilience/render/rendered-file';
import { terraformFile } from '@resilience/render/terraform-file';
import { terraformVersionFile } from '@resilience/render/terraform-version-file';
import { changeHooks } from '@resilience/workflows/change-hooks';
import { workflowsApplication } from '@resilience/workflows/application';
import { synthWorkflows } from '@resilience/workflows/synth';

/** Everything that one declaration becomes, in memory. */
export interface RenderedEnvironment {
  readonly files: readonly RenderedFile[];
  readonly stacks: readonly Stack[];
  /** Kubernetes objects by kind, and Terraform stacks. */
  readonly objects: Readonly<Record<string, number>>;
}

export function renderEnvironment(environment: Environment): RenderedEnvironment {
  const { name } = environment;
  const applications = [
    ...synthCluster(environment, [workflowsApplication]),
    { name: workflowsApplication, objects: synthWorkflows(environment) },
  ];
  const objects = applications.flatMap((application) => application.objects);
  const kubernetesFiles = applications.flatMap((application) =>
    application.objects.map((object) =>
      kubernetesFile(name, `kubernetes/${application.name}`, object),
    ),
  );
  const hooks = changeHooks(environment);
  const stacks = synthAws(environment);
  return {
    files: [
      ...kubernetesFiles,
      ...hooks.map(({ application, object }) =>
        kubernetesFile(name, `hooks/${application}`, object),
      ),
      ...stacks.flatMap((stack) => [
        terraformFile(name, stack.name, stack.configuration),
        terraformVersionFile(name, stack.name, stack.terraformVersion),
      ]),
    ],
    stacks,
    objects: {
      ...countBy([...objects, ...hooks.map(({ object }) => object)].map(({ kind }) => kind)),
      'Terraform stack': stacks.length,
    },
  };
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
