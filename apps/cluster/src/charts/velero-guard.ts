import type { Environment } from '@resilience/config/environment';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IValidatingAdmissionPolicyBinding } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding';

import { policySpec } from '../guards/guard.ts';
import { guards } from '../guards/index.ts';
import { ResilienceChart } from './resilience-chart.ts';

const apiVersion = 'admissionregistration.k8s.io/v1';

/** Makes the API server refuse what would weaken the backups, between two syncs and without Git. */
export class VeleroGuard extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-guard');
    for (const guard of guards.flatMap((guardOf) => guardOf(environment) ?? [])) {
      const name = `resilience-${guard.name}`;
      new ApiObject(this, guard.name, {
        apiVersion,
        kind: 'ValidatingAdmissionPolicy',
        metadata: { name },
        spec: policySpec(guard),
      });
      new ApiObject(this, `${guard.name}-binding`, {
        apiVersion,
        kind: 'ValidatingAdmissionPolicyBinding',
        metadata: { name },
        spec: {
          policyName: name,
          validationActions: ['Deny', 'Audit'],
        } satisfies IValidatingAdmissionPolicyBinding['spec'],
      });
    }
  }
}
