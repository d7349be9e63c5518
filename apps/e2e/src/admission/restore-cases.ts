import type { Environment } from '@resilience/config/environment';
import { approvalLabel, veleroServiceAccount } from '@resilience/config/names';

import type { Manifest } from '../apiserver/client.ts';
import type { AdmissionCase } from './admission-case.ts';

const restore = (spec: object, labels: Record<string, string> = {}): Manifest => ({
  apiVersion: 'velero.io/v1',
  kind: 'Restore',
  metadata: { name: 'by-hand', namespace: veleroServiceAccount.namespace, labels },
  spec: { backupName: 'daily-20261124020000', ...spec },
});

const into = (namespace: string, to?: string) => ({
  includedNamespaces: [namespace],
  ...(to !== undefined && { namespaceMapping: { [namespace]: to } }),
});

/** What is restored over something that works. */
export function restoreCases({ services, gitops }: Environment): AdmissionCase[] {
  const [service] = Object.values(services);
  const target = service?.namespace ?? gitops.namespace;
  const create = { asker: 'person', operation: 'create' } as const;
  const refused = 'A restore into a protected namespace needs the label';
  const approved = { [approvalLabel]: 'bob' };
  return [
    { ...create, what: `restore into ${target}`, object: restore(into(target)), refused },
    { ...create, what: 'restore everything', object: restore({}), refused },
    {
      ...create,
      what: 'restore every namespace by its star',
      object: restore(into('*')),
      refused,
    },
    {
      ...create,
      what: `restore another namespace as ${target}`,
      object: restore(into('elsewhere', target)),
      refused,
    },
    {
      ...create,
      what: 'restore with the approval of nobody',
      object: restore(into(target), { [approvalLabel]: '' }),
      refused,
    },
    {
      ...create,
      what: 'hide a protected namespace among others',
      object: restore({ includedNamespaces: ['elsewhere', target] }),
      refused,
    },
    {
      ...create,
      what: `restore ${target} beside itself`,
      object: restore(into(target, `${target}-restored`)),
    },
    {
      ...create,
      what: 'restore a namespace that nobody declared',
      object: restore(into('elsewhere')),
    },
    {
      ...create,
      what: `restore into ${target} with approval`,
      object: restore(into(target), approved),
    },
    { ...create, what: 'restore everything with approval', object: restore({}, approved) },
  ];
}
