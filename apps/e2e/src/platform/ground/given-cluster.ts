import { isIPv4 } from 'node:net';

import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';

import type { Client } from '../../apiserver/client.ts';
import { CallError } from '../../call-error.ts';
import { freePort } from '../../free-port.ts';
import { protectedServices } from '../../services/protected-services.ts';
import { ownArgo } from '../argo/own-argo.ts';
import { argoPrograms } from '../argo/programs.ts';
import { reachArgo } from '../argo/reach-argo.ts';
import { declaredClass } from '../storage/names.ts';
import { enterCluster } from './enter-cluster.ts';
import { type Ground, usualRoot } from './ground.ts';
import { forgetBackups } from './leave-as-it-was.ts';

/** The variable that names an address of this machine which pods of a given cluster reach. */
const addressVariable = 'E2E_ADDRESS';

/**
 * A cluster that is there already, with nodes, and with volumes that have snapshots.
 *
 * @throws CallError with all that is missing there, or in the way
 */
export async function takeGivenCluster(
  kubeconfig: string,
  environment: Environment,
): Promise<Ground> {
  const { client, server, problems, leave } = await enterCluster(kubeconfig, [
    veleroServiceAccount.namespace,
    ...protectedServices.map(({ namespace }) => namespace),
  ]);
  const address = process.env[addressVariable];
  const driver = await driverOf(client);
  const all = [
    ...problems,
    ...(await problemsOfAddress(address)),
    ...(await problemsOfVolumes(client, driver)),
  ];
  if (all.length > 0 || driver === undefined || address === undefined) throw new CallError(all);
  return {
    isGiven: true,
    address,
    pods: { kubeletRoot: usualRoot, driver },
    argo: await argoIn(client, environment),
    differences: [],
    begin: () =>
      Promise.resolve({
        client,
        server,
        kubeconfig,
        restartApiserver: () => Promise.reject(new Error('its API server is not ours to restart')),
        forget: () => forgetBackups(client),
        stop: leave,
      }),
    stop: () => Promise.resolve(),
  };
}

/** The one that runs there, or else the one whose programs are given. */
async function argoIn(client: Client, { workflows }: Environment): Promise<Ground['argo']> {
  const { namespace } = workflows.controller;
  const server = `/api/v1/namespaces/${namespace}/services/argo-server`;
  const { status } = await client.request('GET', server);
  if (status === 200) return { start: reachArgo, differences: [] };
  const programs = argoPrograms();
  return 'missing' in programs
    ? { missing: `no argo-server is in the namespace ${namespace}, and ${programs.missing}` }
    : ownArgo(programs);
}

async function problemsOfAddress(address: string | undefined): Promise<string[]> {
  const what = `${addressVariable} is the address of this machine at which pods find AWS`;
  if (address === undefined) return [`${what}: it is not set`];
  if (!isIPv4(address) || address.startsWith('127.')) {
    return [`${what}, such as 192.0.2.1: it is ${address}`];
  }
  return freePort(address).then(
    () => [],
    (error: unknown) => [`${what}: ${String(error)}`],
  );
}

async function problemsOfVolumes(client: Client, driver: string | undefined): Promise<string[]> {
  const snapshots = await client.request('GET', '/apis/snapshot.storage.k8s.io/v1');
  return [
    ...(driver === undefined
      ? [`the cluster has no storage class ${declaredClass}: make one of a driver with snapshots`]
      : []),
    ...(snapshots.status === 200
      ? []
      : ['the cluster does not know VolumeSnapshots: install the snapshot controller']),
  ];
}

/** Whose the volumes of the declared storage class are. */
async function driverOf(client: Client): Promise<string | undefined> {
  const path = `/apis/storage.k8s.io/v1/storageclasses/${declaredClass}`;
  const { body } = await client.request('GET', path);
  return (body as { readonly provisioner?: string }).provisioner;
}
