import type { Environment } from '@resilience/config/environment';
import { argocdController, veleroServiceAccount } from '@resilience/config/names';

import type { Client, Manifest } from '../apiserver/client.ts';
import { succeeded } from '../apiserver/client.ts';
import { installCustomResources } from '../apiserver/custom-resources.ts';
import type { Access } from '../apiserver/kubeconfig-of.ts';
import { tokenOf } from '../apiserver/token-of.ts';
import { userName } from '../apiserver/user-name.ts';
import type { AwsClients, Credentials } from '../aws/clients.ts';
import { Cleanups } from '../cleanups.ts';
import { type Kubectl, kubectlFor } from '../kubernetes/kubectl.ts';
import { type Installed, overlaid } from '../velero/overlay.ts';
import { startVelero, type Velero } from '../velero/start-velero.ts';
import { waitUntil } from '../wait-until.ts';
import type { Argo } from './argo/argo.ts';
import { argoKinds, startRunbooks } from './argo/runbooks.ts';
import type { BareCluster } from './ground/ground.ts';
import type { Machine } from './machine.ts';
import { repositoryPassword } from './repository-password.ts';
import { veleroKinds } from './velero-kinds.ts';

/** A cluster with all that is rendered for an environment, and nothing else. */
export interface Cluster extends BareCluster {
  readonly environment: Environment;
  /** In its region, as somebody who may do everything. */
  readonly aws: AwsClients;
  readonly kubectl: Kubectl;
  readonly installed: Installed;
  /** Applies an object as ArgoCD does. */
  readonly sync: (object: Manifest) => Promise<Manifest>;
  /** Where its programs are given. */
  readonly argo: Argo | undefined;
  readonly velero: () => Velero;
  /** Ends Velero's server without a warning. */
  readonly killVelero: () => Promise<void>;
  /** Starts it again, as its Deployment would; with other credentials, if they are given. */
  readonly startVelero: (credentials?: Credentials) => Promise<void>;
}

/** Starts a new cluster with what is rendered for an environment, until its backups are within reach. */
export async function startCluster(machine: Machine, environment: Environment): Promise<Cluster> {
  const cleanups = new Cleanups();
  try {
    await machine.provision(environment);
    return await build({ machine, environment, cleanups });
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

interface Build {
  readonly machine: Machine;
  readonly environment: Environment;
  readonly cleanups: Cleanups;
}

async function build({ machine, environment, cleanups }: Build): Promise<Cluster> {
  const bare = await machine.ground.begin();
  cleanups.defer(bare.stop);
  const { client, server, kubeconfig } = bare;
  const installed = await installedOn(machine, environment);
  await installCustomResources(
    client,
    new Set([...kindsOf(installed), ...veleroKinds, ...(machine.argo ? argoKinds : [])]),
    'minimal',
  );
  const argocd = userName(argocdController(environment));
  const sync = (object: Manifest): Promise<Manifest> => client.apply(object, argocd);
  await install({ client, sync, environment }, installed);
  const access = { ...server, token: await tokenOf(client, veleroServiceAccount) };
  const veleros = await serverOf(machine, environment, access, installed);
  cleanups.defer(() => veleros.velero().stop());
  if (bare.forget) cleanups.defer(bare.forget);
  const argo =
    machine.argo && (await startRunbooks(machine.argo, { client, kubeconfig, environment }));
  if (argo) cleanups.defer(argo.stop);
  await waitUntil('backups are within reach', 120_000, () => {
    veleros.velero().assertRuns();
    return isAvailable(client, installed);
  });
  return {
    ...bare,
    environment,
    aws: machine.aws(environment.aws.region),
    kubectl: kubectlFor(kubeconfig),
    installed,
    sync,
    argo,
    ...veleros,
    stop: () => cleanups.run(),
  };
}

/** Velero's server, as itself unless it is said otherwise. */
async function serverOf(
  machine: Machine,
  environment: Environment,
  access: Access,
  { args }: Installed,
): Promise<Pick<Cluster, 'velero' | 'killVelero' | 'startVelero'>> {
  const run = {
    access,
    args,
    endpoint: machine.endpoint,
    region: environment.aws.region,
  };
  const itself = await machine.sessionOf(environment.name, 'velero');
  let velero: Velero = await startVelero(run, itself);
  return {
    velero: () => velero,
    killVelero: () => velero.stop(),
    startVelero: async (credentials = itself) => {
      velero = await startVelero(run, credentials);
    },
  };
}

const installedOn = async (
  { ground, proxy, endpoint, argo, sessionOf }: Machine,
  { name }: Environment,
): Promise<Installed> =>
  overlaid(name, {
    s3: proxy.endpoint,
    aws: endpoint,
    sessions: {
      velero: await sessionOf(name, 'velero'),
      'node-agent': await sessionOf(name, 'node-agent'),
    },
    ...(argo && { identity: argo.identity.url }),
    ...(ground.pods && { pods: ground.pods }),
  });

const kindsOf = ({ objects }: Installed): string[] =>
  objects.map(({ apiVersion, kind }) => `${apiVersion.split('/')[0]}/${kind}`);

type Installer = Pick<Cluster, 'client' | 'sync' | 'environment'>;

async function install(
  { client, sync, environment }: Installer,
  { objects }: Installed,
): Promise<void> {
  const asked = objects.flatMap(({ metadata }) => metadata.namespace ?? []);
  // A backup that names a namespace which is not there completes only partially.
  const declared = Object.values(environment.services).map(({ namespace }) => namespace);
  for (const name of new Set([...asked, ...declared])) {
    await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  await client.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'velero-repo-credentials', namespace: veleroServiceAccount.namespace },
    stringData: { 'repository-password': repositoryPassword },
  });
  for (const object of objects) await sync(object);
}

async function isAvailable(client: Client, installed: Installed): Promise<boolean> {
  const location = installed.objects.find(({ kind }) => kind === 'BackupStorageLocation');
  if (!location) return false;
  const { status } = succeeded(await client.request('GET', await client.pathOf(location)));
  return (status as { readonly phase?: string } | undefined)?.phase === 'Available';
}
