import { channelSecrets } from '@resilience/config/channels';
import type { Environment } from '@resilience/config/environment';

import { succeeded } from '../apiserver/client.ts';
import { type DoctorCase, merged, secretNamed } from './doctor-case.ts';
import { argocdData } from './living-cluster.ts';
import { put, remove } from './put.ts';

/** What people install is missing, or is set otherwise. */
export const clusterCases = (environment: Environment): readonly DoctorCase[] => [
  secretIsMissing(environment),
  kindIsUnknown,
  velerosObjectsAreSynced(environment),
  controllerWaits(environment),
  ...(environment.restores.objects === 'changed'
    ? [storageClassIsMissing(environment.restores.storageClass)]
    : []),
];

function secretIsMissing({ notifications }: Environment): DoctorCase {
  const [{ name, key } = { name: '', key: '' }] = channelSecrets(notifications);
  return {
    subject: `Secret ${name}, key ${key}`,
    found: /^is not there: /,
    fix: /rendered\/secrets\.md/,
    inflict: (client) => remove(client, secretNamed(name)),
  };
}

const kindIsUnknown: DoctorCase = {
  subject: 'definitions of external-secrets.io/v1',
  found: /does not know ExternalSecret$/,
  fix: /install External Secrets/,
  inflict: (client) =>
    remove(client, {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'externalsecrets.external-secrets.io' },
    }),
};

const velerosObjectsAreSynced = ({ gitops }: Environment): DoctorCase => ({
  subject: 'exclusions of ArgoCD',
  found: /do not name Backup, /,
  fix: /first-deployment\.md/,
  inflict: (client) =>
    put(client, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'argocd-cm', namespace: gitops.namespace },
      data: { ...argocdData, 'resource.exclusions': '[]' },
    }),
});

const controllerWaits = ({ workflows: { controller } }: Environment): DoctorCase => ({
  subject: 'controller of Argo Workflows',
  found: /^1 pods, none of them running$/,
  fix: /install Argo Workflows/,
  inflict: async (client) => {
    const path = `/api/v1/namespaces/${controller.namespace}/pods/workflow-controller/status`;
    return succeeded(await client.request('PATCH', path, merged({ status: { phase: 'Pending' } })));
  },
});

const storageClassIsMissing = (name: string): DoctorCase => ({
  subject: `StorageClass ${name}`,
  found: /^is not there$/,
  fix: /correct restores\.storageClass/,
  inflict: (client) =>
    remove(client, { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name } }),
});
