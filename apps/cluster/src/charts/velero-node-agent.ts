import type { Environment } from '@resilience/config/environment';
import { nodeAgentServiceAccount } from '@resilience/config/names';
import { ApiObject, JsonPatch, Size } from 'cdk8s';
import {
  Capability,
  type ContainerProps,
  Cpu,
  DaemonSet,
  EnvFieldPaths,
  EnvValue,
  HostPathVolumeType,
  ImagePullPolicy,
  LabelSelector,
  MountPropagation,
  SeccompProfileType,
  ServiceAccount,
  Volume,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { nodeAgentLabels } from '../node-agent-labels.ts';
import { prioritise } from '../pod-hardening.ts';
import { addSettings } from '../settings-map.ts';
import { metricsPort, probes, scratchPath, veleroEnvironment } from '../velero-container.ts';
import { nodeAgentSettings, repositorySettings } from '../velero-settings.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** Copies the files of volumes, and the data of snapshots, from each node to the bucket. */
export class VeleroNodeAgent extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-node-agent');
    const daemonSet = new DaemonSet(this, 'daemon-set', {
      metadata: { name: 'node-agent', labels: nodeAgentLabels },
      select: false,
      podMetadata: { labels: nodeAgentLabels },
      serviceAccount: ServiceAccount.fromServiceAccountName(
        this,
        'account',
        nodeAgentServiceAccount.name,
      ),
      automountServiceAccountToken: true,
      securityContext: { ensureNonRoot: false, user: 0 },
      containers: [agent(environment, this)],
    });
    daemonSet.select(LabelSelector.of({ labels: nodeAgentLabels }));
    prioritise(daemonSet);
    // Volumes are on every node, tainted ones included.
    ApiObject.of(daemonSet).addJsonPatch(
      JsonPatch.add('/spec/template/spec/tolerations', [{ operator: 'Exists' }]),
    );
    addSettings(this, nodeAgentSettings);
  }
}

/** The volumes of all pods are seen as the kubelet mounts them, later ones included. */
const hostMount = (scope: Construct, name: string, path: string, mountPath: string) => ({
  path: mountPath,
  propagation: MountPropagation.HOST_TO_CONTAINER,
  volume: Volume.fromHostPath(scope, name, name, { path, type: HostPathVolumeType.DIRECTORY }),
});

const agent = ({ velero }: Environment, scope: Construct): ContainerProps => ({
  name: 'node-agent',
  image: velero.server,
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  command: ['/velero'],
  args: [
    'node-agent',
    'server',
    '--features=EnableCSI',
    '--log-format=json',
    `--node-agent-configmap=${nodeAgentSettings.name}`,
    `--backup-repository-configmap=${repositorySettings.name}`,
  ],
  ports: [metricsPort],
  envVariables: {
    ...veleroEnvironment,
    NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
  },
  volumeMounts: [
    hostMount(scope, 'host-pods', '/var/lib/kubelet/pods', '/host_pods'),
    hostMount(scope, 'host-plugins', '/var/lib/kubelet/plugins', '/var/lib/kubelet/plugins'),
    { path: scratchPath, volume: Volume.fromEmptyDir(scope, 'scratch', 'scratch') },
  ],
  ...probes,
  resources: {
    cpu: { request: Cpu.millis(100), limit: Cpu.units(1) },
    memory: { request: Size.mebibytes(256), limit: Size.gibibytes(2) },
  },
  securityContext: {
    // Files of every owner have to be read and, on a restore, written.
    ensureNonRoot: false,
    user: 0,
    privileged: false,
    allowPrivilegeEscalation: false,
    capabilities: {
      drop: [Capability.ALL],
      add: [Capability.CHOWN, Capability.DAC_OVERRIDE, Capability.FOWNER, Capability.FSETID],
    },
    readOnlyRootFilesystem: true,
    seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
  },
});
