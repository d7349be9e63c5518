import type { Environment } from '@resilience/config/environment';
import {
  nodeAgentRole,
  nodeAgentServiceAccount,
  veleroRole,
  veleroServiceAccount,
} from '@resilience/config/names';
import { roleAnnotations } from '@resilience/config/role-annotations';
import { ApiObject } from 'cdk8s';
import { ClusterRole, ClusterRoleBinding, Namespace, ServiceAccount } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { priorityClass } from '../velero-settings.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** The namespace, and the service accounts through which AWS and Kubernetes know Velero. */
export class VeleroIdentity extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-identity');
    new Namespace(this, 'namespace', {
      metadata: {
        name: veleroServiceAccount.namespace,
        labels: {
          // The node-agent reads the volumes of other pods from the host.
          'pod-security.kubernetes.io/enforce': 'privileged',
        },
      },
    });
    this.#addPriorityClass();
    // Pods that Velero makes itself, to move data and to maintain repositories, do not ask for the token.
    const automountToken = true;
    const account = new ServiceAccount(this, 'account', {
      automountToken,
      metadata: {
        name: veleroServiceAccount.name,
        annotations: roleAnnotations(environment, veleroRole(environment)),
      },
    });
    const nodeAgent = new ServiceAccount(this, 'node-agent-account', {
      automountToken,
      metadata: {
        name: nodeAgentServiceAccount.name,
        annotations: roleAnnotations(environment, nodeAgentRole(environment)),
      },
    });
    // Velero reads and restores objects of every kind, roles included: nothing less can do that.
    const admin = ClusterRole.fromClusterRoleName(this, 'admin', 'cluster-admin');
    const binding = new ClusterRoleBinding(this, 'binding', {
      metadata: { name: 'velero' },
      role: admin,
    });
    binding.addSubjects(account, nodeAgent);
  }

  #addPriorityClass(): void {
    new ApiObject(this, 'priority', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: priorityClass },
      value: 1_000_000,
      globalDefault: false,
      preemptionPolicy: 'Never',
      description: "Backup and restore: scheduled before other work, at nobody else's cost.",
    });
  }
}
