import { objectStateServiceAccount } from '@resilience/config/names';

import type { Manifest } from '../apiserver/client.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';

/** What is rendered for the exporter of the state of objects. */
export interface RenderedExporter {
  /** Everything that the API server has to know so that it may read. */
  readonly access: readonly Manifest[];
  readonly image: string;
  readonly args: readonly string[];
  /** The folder that its configuration is mounted in. */
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** What Prometheus drops of the labels of its series. */
  readonly droppedLabels: RegExp;
}

const { name } = objectStateServiceAccount;

/** @throws when the exporter is not rendered for the environment */
export function renderedExporter(environment: string): RenderedExporter {
  const all = renderedObjects(environment).map(({ object }) => object);
  const [deployment, configuration, monitor] = ['Deployment', 'ConfigMap', 'ServiceMonitor'].map(
    (kind) => {
      const found = all.find((object) => object.kind === kind && object.metadata.name === name);
      if (!found) throw new Error(`${environment} has no ${kind} ${name}`);
      return found;
    },
  ) as [Workload, Configuration, Monitor];
  const [container] = deployment.spec.template.spec.containers;
  return {
    access: all.filter(({ kind, metadata }) => granting.has(kind) && isOurs(kind, metadata)),
    image: container.image,
    args: container.args,
    folder: container.volumeMounts[0].mountPath,
    files: configuration.data,
    droppedLabels: droppedBy(monitor),
  };
}

const granting = new Set([
  'Namespace',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
]);

const isOurs = (kind: string, metadata: Manifest['metadata']): boolean =>
  kind === 'Namespace' || metadata.name === name;

function droppedBy({ spec }: Monitor): RegExp {
  const dropped = spec.endpoints.flatMap(({ metricRelabelings }) =>
    metricRelabelings.map(({ regex }) => regex),
  );
  return new RegExp(`^(?:${dropped.join('|')})$`);
}

interface Workload extends Manifest {
  readonly spec: {
    readonly template: { readonly spec: { readonly containers: readonly [Container] } };
  };
}

interface Container {
  readonly image: string;
  readonly args: readonly string[];
  readonly volumeMounts: readonly [{ readonly mountPath: string }];
}

interface Configuration extends Manifest {
  readonly data: Readonly<Record<string, string>>;
}

interface Monitor extends Manifest {
  readonly spec: {
    readonly endpoints: readonly { readonly metricRelabelings: readonly Relabeling[] }[];
  };
}

interface Relabeling {
  readonly action: 'labeldrop';
  readonly regex: string;
}
