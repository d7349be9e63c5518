import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import {
  type ApplicationName,
  applicationWaves,
  argocdApplication,
} from '@resilience/config/applications';
import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import { clusterKinds, namespacedKinds } from '../synced-kinds.ts';
import { veleroCustomResources, veleroRepository } from '../velero-release.ts';
import { subscriptions } from '../sync-notifications.ts';
import { drillWindows } from '../sync-windows.ts';
import { ResilienceChart } from './resilience-chart.ts';

const project = 'resilience';
const cluster = 'https://kubernetes.default.svc';

type Source = NonNullable<IApplication['spec']['source']>;

/** What controllers and runbooks write into objects that are in Git. */
const writtenByOthers: NonNullable<IApplication['spec']['ignoreDifferences']> = [
  // Velero's kinds have no status of their own: it is a part of the object.
  { group: 'velero.io', kind: '*', jsonPointers: ['/status'] },
  // A runbook pauses an application while it restores what that deploys.
  {
    group: 'argoproj.io',
    kind: 'Application',
    jsonPointers: ['/spec/syncPolicy/automated/enabled'],
  },
];

interface ApplicationOptions {
  readonly name: string;
  readonly wave: number;
  readonly sources: Source[];
  readonly prune?: boolean;
}

/** The project that bounds what ArgoCD may touch here, and an Application for each rendered folder. */
export class Argocd extends ResilienceChart<typeof argocdApplication> {
  readonly #environment: Environment;

  /** @param folders the applications that have something rendered */
  constructor(scope: Construct, environment: Environment, folders: readonly ApplicationName[]) {
    super(scope, argocdApplication, environment.gitops.namespace);
    this.#environment = environment;
    this.#addProject();
    this.#addApplication({ name: project, wave: 0, sources: [this.#folder(argocdApplication)] });
    this.#addApplication({
      name: 'velero-crds',
      wave: 0,
      sources: veleroCustomResources(environment),
      // Deleting a definition deletes every object of its kind: all knowledge of the backups.
      prune: false,
    });
    for (const folder of folders) {
      const wave = applicationWaves[folder];
      this.#addApplication({ name: folder, wave, sources: [this.#folder(folder)] });
    }
  }

  #folder(folder: string): Source {
    const { gitops, name } = this.#environment;
    return {
      repoURL: gitops.repository,
      targetRevision: gitops.revision,
      path: `environments/${name}/rendered/kubernetes/${folder}`,
    };
  }

  #addApplication({ name, wave, sources, prune = true }: ApplicationOptions): void {
    new ApiObject(this, name, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name,
        annotations: {
          'argocd.argoproj.io/sync-wave': String(wave),
          ...subscriptions(this.#environment),
        },
      },
      spec: {
        project,
        sources,
        destination: { server: cluster, namespace: veleroServiceAccount.namespace },
        syncPolicy: {
          automated: { enabled: true, prune, selfHeal: true },
          syncOptions: ['ServerSideApply=true', 'RespectIgnoreDifferences=true'],
          retry: { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
        },
        ignoreDifferences: writtenByOthers,
      } satisfies IApplication['spec'],
    });
  }

  #addProject(): void {
    const { gitops } = this.#environment;
    new ApiObject(this, 'project', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: project, annotations: { 'argocd.argoproj.io/sync-wave': '-1' } },
      spec: {
        description: 'Backup and disaster recovery of this cluster',
        sourceRepos: [gitops.repository, veleroRepository],
        destinations: [gitops.namespace, veleroServiceAccount.namespace].map((namespace) => ({
          server: cluster,
          namespace,
        })),
        clusterResourceWhitelist: clusterKinds,
        namespaceResourceWhitelist: namespacedKinds,
        syncWindows: drillWindows(this.#environment),
      } satisfies IAppProject['spec'],
    });
  }
}
