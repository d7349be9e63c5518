import { primaryEnvironment } from '@resilience/config/fixtures';
import type { BackupSpec } from '@resilience/velero/kinds/backup';
import { expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

const environment = primaryEnvironment();
const objects = synthesised(environment);

/** What the requirements want to be backed up, beside the data of volumes. */
const kinds = [
  ['deployments.apps', 'shop'],
  ['services', 'shop'],
  ['configmaps', 'shop'],
  ['secrets', 'shop'],
  ['roles.rbac.authorization.k8s.io', 'shop'],
  ['rolebindings.rbac.authorization.k8s.io', 'shop'],
  ['ingresses.networking.k8s.io', 'shop'],
  ['networkpolicies.networking.k8s.io', 'shop'],
  ['persistentvolumeclaims', 'shop'],
  ['applications.argoproj.io', 'argocd'],
  ['certificates.cert-manager.io', 'shop'],
  ['clusterroles.rbac.authorization.k8s.io', undefined],
  ['clusterrolebindings.rbac.authorization.k8s.io', undefined],
  ['customresourcedefinitions.apiextensions.k8s.io', undefined],
] as const;

const specOf = (schedule: string): BackupSpec =>
  Reflect.get(objects[`Schedule/${schedule}`]?.spec ?? {}, 'template');

/** Whether Velero takes an object of a kind into a backup; without a namespace it is cluster-scoped. */
function covers(spec: BackupSpec, kind: string, namespace: string | undefined): boolean {
  const { includedResources = ['*'], excludedResources = [] } = spec;
  const resources = includedResources.includes('*') || includedResources.includes(kind);
  if (!resources || excludedResources.includes(kind)) return false;
  if (namespace === undefined) return spec.includeClusterResources === true;
  const { includedNamespaces, excludedNamespaces = [] } = spec;
  const inside = includedNamespaces.includes('*') || includedNamespaces.includes(namespace);
  return inside && !excludedNamespaces.includes(namespace) && spec.labelSelector === undefined;
}

test.each(kinds)('a schedule of the cluster covers %s in %s', (kind, namespace) => {
  expect(covers(specOf('daily'), kind, namespace)).toBe(true);
});

test.each(kinds)(
  'a schedule of the service shop covers %s where they are its own',
  (kind, namespace) => {
    expect(covers(specOf('hourly'), kind, namespace)).toBe(namespace === 'shop');
  },
);

test("nothing of Velero's own namespace is backed up: it is in Git", () => {
  expect(covers(specOf('daily'), 'secrets', 'velero')).toBe(false);
});
