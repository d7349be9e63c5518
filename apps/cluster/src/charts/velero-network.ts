import type { Environment } from '@resilience/config/environment';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';

import { cloudwatchPort } from '../exporters/cloudwatch-exporter.ts';
import { exporterLabels } from '../exporters/exporter.ts';
import { objectStatePort } from '../exporters/object-state-exporter.ts';
import { metricsPort } from '../velero-container.ts';
import { ResilienceChart } from './resilience-chart.ts';

type Spec = NonNullable<INetworkPolicy['spec']>;
type EgressRule = NonNullable<Spec['egress']>[number];
type Peer = NonNullable<NonNullable<Spec['ingress']>[number]['from']>[number];

/** Whom Velero, its data movers and the runbooks may talk to, and who to them. */
export class VeleroNetwork extends ResilienceChart {
  constructor(scope: Construct, { cluster, monitoring }: Environment) {
    super(scope, 'velero-network');
    this.#policy('deny-by-default', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    this.#policy('egress-to-aws-and-api', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [dns, https, ...(cluster.identity.kind === 'pod-identity' ? [podIdentity] : [])],
    });
    const metrics = (podLabels: Record<string, string>, ...ports: number[]): Spec => ({
      podSelector: { matchLabels: podLabels },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [prometheus(monitoring.namespace)],
          ports: ports.map((port) => ({ protocol: 'TCP', port })),
        },
      ],
    });
    this.#policy(
      'metrics-from-prometheus',
      metrics({ 'app.kubernetes.io/name': 'velero' }, metricsPort.number),
    );
    this.#policy(
      'exporters-from-prometheus',
      metrics(exporterLabels, objectStatePort, cloudwatchPort),
    );
  }

  #policy(name: string, spec: Spec): void {
    new ApiObject(this, name, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name },
      spec,
    });
  }
}

const prometheus = (namespace: string): Peer => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
});

const dns: EgressRule = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

/**
 * S3, KMS, EC2, STS and the API server speak HTTPS and have no addresses that stay; roles come by the
 * service account, so that the node's own, behind the metadata service, is out of reach.
 */
const https: EgressRule = {
  to: [
    { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.169.254/32'] } },
    { ipBlock: { cidr: '::/0', except: ['fd00:ec2::254/128'] } },
  ],
  ports: [{ protocol: 'TCP', port: 443 }],
};

/** The agent of Pod Identity on the node. */
const podIdentity: EgressRule = {
  to: [{ ipBlock: { cidr: '169.254.170.23/32' } }, { ipBlock: { cidr: 'fd00:ec2::23/128' } }],
  ports: [{ protocol: 'TCP', port: 80 }],
};
