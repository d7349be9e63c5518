import type { ApplicationName, argocdApplication } from '@resilience/config/applications';
import { veleroServiceAccount } from '@resilience/config/names';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

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
}
