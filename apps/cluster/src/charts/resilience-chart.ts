import type { ApplicationName, argocdApplication } from '@resilience/config/applications';
import { veleroServiceAccount } from '@resilience/config/names';
import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import { clusterKinds } from '../synced-kinds.ts';

export type SyncedFolder = ApplicationName | typeof argocdApplication;

/** The objects of one ArgoCD application, named as written, so that other stages can refer to them. */
export class ResilienceChart<Name extends SyncedFolder = ApplicationName> extends Chart {
  readonly application: Name;

  constructor(
    scope: Construct,
    application: Name,
    namespace: string = veleroServiceAccount.namespace,
  ) {
    super(scope, application, {
      namespace,
      disableResourceNameHashes: true,
      labels: { 'app.kubernetes.io/part-of': 'resilience-layer' },
    });
    this.application = application;
  }

  /** cdk8s gives every object the chart's namespace, also those that cannot be in any. */
  override toJson(): Manifest[] {
    return super.toJson().map((object: Manifest) => {
      if (!clusterKinds.some(({ kind }) => kind === object.kind)) return object;
      const { namespace: _, ...metadata } = object.metadata;
      return { ...object, metadata };
    });
  }
}

interface Manifest extends KubernetesObject {
  readonly metadata: KubernetesObject['metadata'] & { readonly namespace?: string };
}
