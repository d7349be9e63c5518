import type { Manifest } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import { ended } from '../velero/backups.ts';
import { renderedManifest } from './rendered-manifest.ts';
import { said } from './stage.ts';

/** What is restored, and from which backup. */
export interface Wanted {
  readonly runbook:
    | 'restore-namespace'
    | 'restore-resources'
    | 'restore-volume'
    | 'restore-cluster';
  readonly backup: string;
  readonly namespaces: readonly string[];
  /** All kinds, where they are left out. */
  readonly kinds?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly clusterResources?: boolean;
}

/** Makes the Restore that a rendered runbook makes. @throws where it does not complete */
export async function restore(cluster: Cluster, wanted: Wanted): Promise<void> {
  const object = restoreOf(cluster, wanted);
  const phase = await ended(cluster.client, object, 900_000);
  if (phase === 'Completed') return;
  throw new Error(`${object.metadata.name} is ${phase}: ${await said(cluster, object)}`);
}

let restores = 0;

function restoreOf(cluster: Cluster, wanted: Wanted): Manifest {
  const { runbook, backup, namespaces, kinds = ['*'], labels = {}, clusterResources } = wanted;
  restores += 1;
  const step = {
    environment: cluster.environment.name,
    workflow: 'resilience-steps',
    template: 'restore',
  };
  return renderedManifest(step, {
    'workflow.name': `${runbook}-${restores}`,
    'inputs.parameters.restore': '1',
    'inputs.parameters.backup': backup,
    'inputs.parameters.namespaces': JSON.stringify(namespaces),
    'inputs.parameters.excluded': '[]',
    'inputs.parameters.kinds': JSON.stringify(kinds),
    'inputs.parameters.selector': JSON.stringify({ matchLabels: labels }),
    'inputs.parameters.cluster-resources': JSON.stringify(clusterResources ?? null),
    'inputs.parameters.approved-by': 'ada',
    'inputs.parameters.second-approval-by': 'grace',
  });
}
