import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';

import type { Manifest } from '../apiserver/client.ts';
import type { AdmissionCase } from './admission-case.ts';

const restore = (spec: object): Manifest => ({
  apiVersion: 'velero.io/v1',
  kind: 'Restore',
  metadata: { name: 'drill', namespace: veleroServiceAccount.namespace },
  spec: { backupName: 'daily-20261124020000', ...spec },
});

const namespace = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

const quota = (of: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'by-a-drill', namespace: of },
});

const volume = (name: string, claimed: string, after: 'Retain' | 'Delete'): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '1Gi' },
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0123456789abcdef0' },
    claimRef: { namespace: claimed, name: 'data' },
    persistentVolumeReclaimPolicy: after,
  },
});

/** What drills may touch: nothing that is not theirs. */
export function drillCases({ services, gitops }: Environment): AdmissionCase[] {
  const [service] = Object.values(services);
  const protectedOne = service?.namespace ?? gitops.namespace;
  const create = { asker: 'drill', operation: 'create' } as const;
  return [
    { ...create, what: 'make a namespace of its own', object: namespace('drill-orders-1') },
    {
      ...create,
      what: 'make another namespace',
      object: namespace('orders-2'),
      refused: 'Drills make and delete only namespaces',
    },
    {
      asker: 'drill',
      operation: 'delete',
      what: 'delete a namespace that is not its own',
      object: namespace('velero'),
      refused: 'Drills make and delete only namespaces',
    },
    {
      ...create,
      what: `restore ${protectedOne} beside itself`,
      object: restore({
        includedNamespaces: [protectedOne],
        namespaceMapping: { [protectedOne]: 'drill-x' },
      }),
    },
    {
      ...create,
      what: 'restore one of two namespaces where it was',
      object: restore({
        includedNamespaces: ['a', 'b'],
        namespaceMapping: { a: 'drill-a' },
      }),
      refused: 'Drills restore only into namespaces',
    },
    {
      ...create,
      what: 'bound what others may use',
      object: quota('default'),
      refused: 'Drills touch nothing outside',
    },
    {
      asker: 'drill',
      operation: 'update',
      what: 'have a volume of production deleted with its claim',
      before: volume('by-production', protectedOne, 'Retain'),
      object: volume('by-production', protectedOne, 'Delete'),
      refused: 'Drills change only volumes of their own claims',
    },
    {
      asker: 'drill',
      operation: 'update',
      what: 'have its own volume deleted with its claim',
      before: volume('by-a-drill', 'drill-x', 'Retain'),
      object: volume('by-a-drill', 'drill-x', 'Delete'),
    },
  ];
}
