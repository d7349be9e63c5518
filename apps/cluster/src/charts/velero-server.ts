import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';
import { undisrupted } from '@resilience/config/undisrupted';
import { Size } from 'cdk8s';
import {
  type ContainerProps,
  Cpu,
  Deployment,
  DeploymentStrategy,
  EnvValue,
  ImagePullPolicy,
  LabelSelector,
  Secret,
  Service,
  ServiceAccount,
  Volume,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { prioritise, restricted, unprivilegedUser } from '../pod-hardening.ts';
import { repositoryCredentials } from '../repository-credentials.ts';
import { restorePriorities } from '../restore-priorities.ts';
import { addSettings } from '../settings-map.ts';
import { metricsPort, probes, scratchPath, veleroEnvironment } from '../velero-container.ts';
import { maintenanceSettings, repositorySettings } from '../velero-settings.ts';
import { ResilienceChart } from './resilience-chart.ts';

const selector = { 'app.kubernetes.io/name': 'velero', 'app.kubernetes.io/component': 'server' };

/**
 * The server that makes backups and restores, and the service that its metrics are read from. It has no
 * PodDisruptionBudget: with one replica that would keep nodes from being drained, while a server that
 * moves marks the backup at hand as failed, which is told and made up for by the next. Nodes are not taken
 * away under it to save money, though.
 */
export class VeleroServer extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-server');
    const plugins = Volume.fromEmptyDir(this, 'plugins', 'plugins');
    const scratch = Volume.fromEmptyDir(this, 'scratch', 'scratch');
    const password = this.#repositoryPassword();
    for (const settings of [maintenanceSettings, repositorySettings]) addSettings(this, settings);
    const deployment = new Deployment(this, 'deployment', {
      metadata: { name: 'velero', labels: selector },
      replicas: 1,
      // Two servers at once would work on the same backups.
      strategy: DeploymentStrategy.recreate(),
      select: false,
      podMetadata: { labels: selector, annotations: { ...undisrupted } },
      serviceAccount: ServiceAccount.fromServiceAccountName(
        this,
        'account',
        veleroServiceAccount.name,
      ),
      automountServiceAccountToken: true,
      securityContext: { fsGroup: unprivilegedUser },
      initContainers: [awsPlugin(environment, plugins)],
      containers: [server(environment, { plugins, scratch, password })],
    });
    deployment.select(LabelSelector.of({ labels: selector }));
    prioritise(deployment);
    new Service(this, 'service', {
      metadata: { name: 'velero', labels: selector },
      selector: deployment,
      ports: [{ name: metricsPort.name, port: metricsPort.number }],
    });
  }

  /**
   * Mounted for no reader: without the secret the pod waits, and cannot take the public password. The
   * kubelet waits only for volumes that a container mounts.
   */
  #repositoryPassword(): Volume {
    const { secret } = repositoryCredentials;
    const credentials = Secret.fromSecretName(this, 'repository-credentials', secret);
    return Volume.fromSecret(this, 'repository-password', credentials, {
      name: 'repository-password',
      optional: false,
    });
  }
}

/** Copies the plugin's program to where the server looks for it. */
const awsPlugin = ({ velero }: Environment, plugins: Volume): ContainerProps => ({
  name: 'velero-plugin-for-aws',
  image: velero.awsPlugin,
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  volumeMounts: [{ path: '/target', volume: plugins }],
  resources: {
    cpu: { request: Cpu.millis(50), limit: Cpu.millis(500) },
    memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) },
  },
  securityContext: restricted,
});

const server = (
  { velero }: Environment,
  { plugins, scratch, password }: Record<'plugins' | 'scratch' | 'password', Volume>,
): ContainerProps => ({
  name: 'velero',
  image: velero.server,
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  command: ['/velero'],
  args: [
    'server',
    '--features=EnableCSI',
    '--uploader-type=kopia',
    '--log-format=json',
    '--garbage-collection-frequency=1h',
    `--backup-repository-configmap=${repositorySettings.name}`,
    `--repo-maintenance-job-configmap=${maintenanceSettings.name}`,
    `--restore-resource-priorities=${restorePriorities}`,
  ],
  ports: [metricsPort],
  envVariables: {
    ...veleroEnvironment,
    LD_LIBRARY_PATH: EnvValue.fromValue('/plugins'),
  },
  volumeMounts: [
    { path: '/plugins', volume: plugins },
    { path: scratchPath, volume: scratch },
    { path: repositoryCredentials.path, volume: password, readOnly: true },
  ],
  ...probes,
  resources: {
    cpu: { request: Cpu.millis(500), limit: Cpu.units(1) },
    memory: { request: Size.mebibytes(256), limit: Size.gibibytes(1) },
  },
  securityContext: restricted,
});
