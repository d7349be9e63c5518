import type { Environment } from '@resilience/config/environment';
import { approvalLabel, secondApprovalLabel, veleroServiceAccount } from '@resilience/config/names';

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

const create = { asker: 'person', operation: 'create' } as const;
const approved = { [approvalLabel]: 'bob', [secondApprovalLabel]: 'carol' };

/** What is restored over something that works. */
export function restoreCases({ services, gitops }: Environment): AdmissionCase[] {
  const [service] = Object.values(services);
  const target = service?.namespace ?? gitops.namespace;
  return [...refusedCases(target), ...passedCases(target)];
}

const refusedCases = (target: string): AdmissionCase[] =>
  (
    [
      [`restore into ${target}`, restore(into(target))],
      ['restore everything', restore({})],
      ['restore every namespace by its star', restore(into('*'))],
      [`restore another namespace as ${target}`, restore(into('elsewhere', target))],
      [
        'restore with the approval of nobody',
        restore(into(target), { ...approved, [secondApprovalLabel]: '' }),
      ],
      ['restore with the approval of one', restore(into(target), { [approvalLabel]: 'bob' })],
      [
        'restore with the approval of the same person, twice',
        restore(into(target), { ...approved, [secondApprovalLabel]: 'bob' }),
      ],
      [
        'hide a protected namespace among others',
        restore({ includedNamespaces: ['elsewhere', target] }),
      ],
    ] as const
  ).map(([what, object]) => ({
    ...create,
    what,
    object,
    refused: 'A restore into a protected namespace needs two who approved it',
  }));

const passedCases = (target: string): AdmissionCase[] =>
  (
    [
      [`restore ${target} beside itself`, restore(into(target, `${target}-restored`))],
      ['restore a namespace that nobody declared', restore(into('elsewhere'))],
      [`restore into ${target} with the approval of two`, restore(into(target), approved)],
      ['restore everything with the approval of two', restore({}, approved)],
    ] as const
  ).map(([what, object]) => ({ ...create, what, object }));
