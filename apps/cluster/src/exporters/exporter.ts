import { createHash } from 'node:crypto';

import type { ServiceAccountNames } from '@resilience/config/names';
import { undisrupted } from '@resilience/config/undisrupted';
import { Size } from 'cdk8s';
import {
  ConfigMap,
  type ContainerProps,
  Cpu,
  Deployment,
  DeploymentStrategy,
  ImagePullPolicy,
  LabelSelector,
  Probe,
  Service,
  ServiceAccount,
  Volume,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { prioritise, restricted } from '../pod-hardening.ts';
import { metricsPort } from '../velero-container.ts';

interface ExporterOptions {
  /** Which is also its name. */
  readonly account: ServiceAccountNames;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly image: string;
  readonly args: readonly string[];
  readonly port: number;
  /** The path of the file that it is told by, and what it says. */
  readonly configuration: {
    readonly folder: string;
    readonly file: string;
    readonly value: object;
  };
  /** Whether it speaks to the API server. */
  readonly readsCluster: boolean;
  readonly memory: Size;
}

/** What network policies know exporters by. */
export const exporterLabels = { 'app.kubernetes.io/component': 'exporter' } as const;

/** An account, a configuration, a pod that reads it, and the service that Prometheus finds it by. */
export function addExporter(scope: Construct, options: ExporterOptions): void {
  const { name } = options.account;
  const selector = { 'app.kubernetes.io/name': name, ...exporterLabels };
  new ServiceAccount(scope, `${name}-account`, {
    metadata: { name, ...(options.annotations && { annotations: options.annotations }) },
  });
  const text = JSON.stringify(options.configuration.value, null, 2);
  new ConfigMap(scope, `${name}-configuration`, {
    metadata: { name },
    data: { [options.configuration.file]: text },
  });
  const deployment = new Deployment(scope, `${name}-deployment`, {
    metadata: { name, labels: selector },
    replicas: 1,
    // Two at once would tell the same series.
    strategy: DeploymentStrategy.recreate(),
    select: false,
    podMetadata: {
      labels: selector,
      // Who is told something else starts anew.
      annotations: {
        'checksum/configuration': createHash('sha256').update(text).digest('hex'),
        // An alert resolves, and fires anew, when its series are gone for a minute.
        ...undisrupted,
      },
    },
    serviceAccount: ServiceAccount.fromServiceAccountName(scope, `${name}-account-name`, name),
    automountServiceAccountToken: options.readsCluster,
    containers: [container(scope, options)],
  });
  deployment.select(LabelSelector.of({ labels: selector }));
  prioritise(deployment);
  new Service(scope, `${name}-service`, {
    metadata: { name, labels: selector },
    selector: deployment,
    ports: [{ name: metricsPort.name, port: options.port }],
  });
}

function container(scope: Construct, options: ExporterOptions): ContainerProps {
  const {
    account: { name },
    image,
    args,
    port,
    memory,
  } = options;
  const configuration = ConfigMap.fromConfigMapName(scope, `${name}-configuration-name`, name);
  return {
    name,
    image,
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    args: [...args],
    ports: [{ name: metricsPort.name, number: port }],
    volumeMounts: [
      {
        path: options.configuration.folder,
        readOnly: true,
        volume: Volume.fromConfigMap(scope, `${name}-volume`, configuration, {
          name: 'configuration',
        }),
      },
    ],
    liveness: Probe.fromHttpGet('/healthz', { port }),
    readiness: Probe.fromHttpGet('/healthz', { port }),
    resources: {
      cpu: { request: Cpu.millis(20), limit: Cpu.millis(500) },
      memory: { request: memory, limit: Size.mebibytes(memory.toMebibytes() * 4) },
    },
    securityContext: restricted,
  };
}
