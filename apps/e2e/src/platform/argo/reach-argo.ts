import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'yaml';

import { type Client, type Manifest, succeeded } from '../../apiserver/client.ts';
import { tokenOf } from '../../apiserver/token-of.ts';
import { Cleanups } from '../../cleanups.ts';
import { assertRuns, type Daemon, startDaemon } from '../../daemon.ts';
import { freePort } from '../../free-port.ts';
import { goProgram } from '../../go-program.ts';
import { kubectl } from '../../kubernetes/programs.ts';
import { waitUntil } from '../../wait-until.ts';
import type { Argo, ArgoRun } from './argo.ts';
import { ask, isWell, runsPath } from './ask.ts';

/** Who speaks to the server of somebody else's Argo. */
const speaker = { namespace: 'velero', name: 'e2e' } as const;

const speakerObjects: readonly Manifest[] = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: speaker },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'resilience-e2e' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', ...speaker }],
  },
];

interface Way {
  readonly target: string;
  readonly port: number;
  /** Where it answers well. */
  readonly path: string;
  /** By TLS: the way breaks when a program is greeted as what it is not, and Argo's server may, too. */
  readonly isSecured: boolean;
}

/** Reaches the Argo that runs in a cluster already, by way of its API server. */
export async function reachArgo({ client, kubeconfig, namespace }: ArgoRun): Promise<Argo> {
  for (const object of speakerObjects) await client.apply(object);
  const token = await tokenOf(client, speaker);
  const folder = mkdtempSync(join(tmpdir(), 'resilience-argo-'));
  const cleanups = new Cleanups();
  cleanups.defer(() => rmSync(folder, { recursive: true, force: true }));
  const forward = async ({ target, port, path, isSecured }: Way): Promise<string> => {
    const local = await freePort();
    const daemon: Daemon = startDaemon({
      name: `the way to ${target}`,
      program: goProgram(kubectl),
      words: [
        `--kubeconfig=${kubeconfig}`,
        'port-forward',
        `--namespace=${namespace}`,
        target,
        `${local}:${port}`,
      ],
      folder,
      log: join(folder, `${port}.log`),
    });
    cleanups.defer(() => daemon.stop());
    const url = `${isSecured ? 'https' : 'http'}://127.0.0.1:${local}`;
    await waitUntil(`${target} answers`, 60_000, () => {
      assertRuns(daemon);
      return isWell(`${url}${path}`, { token });
    });
    return url;
  };
  try {
    const url = await forward({
      target: 'service/argo-server',
      port: 2746,
      path: `${runsPath}?listOptions.limit=1`,
      isSecured: await isServerSecured(client, namespace),
    });
    const { port = 9090, path = '/metrics', secure = true } = await metricsOf(client, namespace);
    const target = 'deployment/workflow-controller';
    const metrics = await forward({ target, port, path, isSecured: secure });
    return {
      url,
      token,
      scrape: async () => (await ask(`${metrics}${path}`)).text,
      stop: () => cleanups.run(),
    };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

interface Deployment {
  readonly spec?: {
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}

interface Container {
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

/** The server answers by TLS unless it is told otherwise. */
async function isServerSecured(client: Client, namespace: string): Promise<boolean> {
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/argo-server`;
  const { spec } = succeeded(await client.request('GET', path)) as Deployment;
  return !spec?.template.spec.containers.some(
    ({ args = [], env = [] }) =>
      args.includes('--secure=false') ||
      env.some(({ name, value }) => name === 'ARGO_SECURE' && value === 'false'),
  );
}

interface Metrics {
  readonly port?: number;
  readonly path?: string;
  readonly secure?: boolean;
}

/** Where the controller tells metrics, as far as that is said. */
async function metricsOf(client: Client, namespace: string): Promise<Metrics> {
  const path = `/api/v1/namespaces/${namespace}/configmaps/workflow-controller-configmap`;
  const { body } = await client.request('GET', path);
  const { metricsConfig = '' } = (body as { readonly data?: Record<string, string> }).data ?? {};
  return (parse(metricsConfig) ?? {}) as Metrics;
}
