import type { Manifest } from '../apiserver/client.ts';
import type { Argo } from '../platform/argo/argo.ts';
import { assertVerified, reportOf } from '../platform/argo/evidence.ts';
import { approve, ended as endedRun, failuresOf, submit } from '../platform/argo/workflow.ts';
import type { Cluster } from '../platform/cluster.ts';
import { ended } from '../velero/backups.ts';
import { disasterTime } from './disaster-time.ts';
import { renderedManifest } from './rendered-manifest.ts';
import { said } from './stage.ts';

/** What is restored, and from which backup. */
export interface Wanted {
  readonly runbook:
    | 'restore-namespace'
    | 'restore-resources'
    | 'restore-volume'
    | 'restore-cluster'
    | 'fail-over-region';
  readonly backup: string;
  /** As they are declared; each is in a namespace of its name. */
  readonly services: readonly string[];
  /** Milliseconds. */
  readonly disasterAt: number;
  /** All kinds, where they are left out. */
  readonly kinds?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly clusterResources?: boolean;
  /** The volume as it is declared, where it is restored alone. */
  readonly volume?: string;
  /** What people do while it is restored, where no runbook does it. */
  readonly meanwhile?: () => Promise<void>;
}

/**
 * Restores by a rendered runbook where Argo runs it, and else by the Restore that the runbook makes.
 *
 * @throws where it does not complete
 */
export async function restore(cluster: Cluster, wanted: Wanted): Promise<void> {
  if (cluster.argo) await run(cluster, cluster.argo, wanted);
  else await restoreAlone(cluster, wanted);
}

async function restoreAlone(cluster: Cluster, wanted: Wanted): Promise<void> {
  const object = restoreOf(cluster, wanted);
  const [phase] = await Promise.all([ended(cluster.client, object, 900_000), wanted.meanwhile?.()]);
  if (phase !== 'Completed') {
    throw new Error(`${object.metadata.name} is ${phase}: ${await said(cluster, object)}`);
  }
}

let restores = 0;

function restoreOf(cluster: Cluster, wanted: Wanted): Manifest {
  const { runbook, backup, services, kinds = ['*'], labels = {}, clusterResources } = wanted;
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
    'inputs.parameters.namespaces': JSON.stringify(services),
    'inputs.parameters.excluded': '[]',
    'inputs.parameters.kinds': JSON.stringify(kinds),
    'inputs.parameters.selector': JSON.stringify({ matchLabels: labels }),
    'inputs.parameters.cluster-resources': JSON.stringify(clusterResources ?? null),
    'inputs.parameters.approved-by': 'ada',
    'inputs.parameters.second-approval-by': 'grace',
  });
}

/** Submits the runbook, approves it as two people do, and reads what it reports of its checks. */
async function run(cluster: Cluster, argo: Argo, wanted: Wanted): Promise<void> {
  const { runbook } = wanted;
  const parameters = parametersOf(wanted);
  const name = await submit(argo, { kind: 'WorkflowTemplate', name: runbook, parameters });
  await approve(argo, name, 'second-approval', { 'approved-by': 'grace' });
  if (runbook === 'restore-volume') await approve(argo, name, 'claim-is-deleted');
  if (runbook === 'fail-over-region') await approve(argo, name, 'traffic-is-switched');
  const workflow = await endedRun(argo, name);
  if (workflow.status?.phase !== 'Succeeded') {
    throw new Error(`${name} is ${workflow.status?.phase}:\n${failuresOf(workflow)}`);
  }
  assertVerified(await reportOf(cluster, workflow));
}

const parametersOf = ({
  runbook,
  backup,
  services,
  disasterAt,
  kinds,
  labels,
  volume,
}: Wanted): Record<string, string> => ({
  services: JSON.stringify(services),
  backup,
  'disaster-at': disasterTime(disasterAt),
  'approved-by': 'ada',
  ...(volume !== undefined && { volume }),
  ...(runbook === 'restore-resources' && {
    kinds: (kinds ?? []).join(','),
    selector: Object.entries(labels ?? {})
      .map((label) => label.join('='))
      .join(','),
  }),
});
