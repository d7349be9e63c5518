import { approvalLabel, secondApprovalLabel, veleroServiceAccount } from '@resilience/config/names';
import type { Environment } from '@resilience/config/environment';

import { cel, type GuardOf } from './guard.ts';

const labels = 'object.metadata.labels';

const approved = [
  `has(${labels})`,
  ...[approvalLabel, secondApprovalLabel].flatMap((label) => [
    `${cel(label)} in ${labels}`,
    `${labels}[${cel(label)}] != ''`,
  ]),
].join(' && ');

/** A restore into a namespace that works overwrites or doubles what is there. */
export const restoresAreApproved: GuardOf = (environment) => {
  const list = cel(protectedNamespaces(environment));
  const mapped =
    'has(object.spec.namespaceMapping) && n in object.spec.namespaceMapping ? object.spec.namespaceMapping[n] : n';
  return {
    name: 'restores-are-approved',
    resources: ['restores'],
    operations: ['CREATE'],
    except: [],
    validations: [
      {
        expression: [
          `(${approved} && ${labels}[${cel(approvalLabel)}] != ${labels}[${cel(secondApprovalLabel)}])`,
          `(has(object.spec.includedNamespaces) && size(object.spec.includedNamespaces) > 0 && object.spec.includedNamespaces.all(n, n != '*' && !((${mapped}) in ${list})))`,
        ].join(' || '),
        message: `A restore into a protected namespace needs two who approved it, by name in the labels ${approvalLabel} and ${secondApprovalLabel}; name the namespaces, or map them to others. Protected: ${protectedNamespaces(environment).join(', ')}.`,
      },
    ],
  };
};

/** Those of the services, and those that the platform stands on. */
const protectedNamespaces = ({ services, gitops, monitoring }: Environment): string[] =>
  [
    ...new Set([
      ...Object.values(services).map(({ namespace }) => namespace),
      gitops.namespace,
      monitoring.namespace,
      veleroServiceAccount.namespace,
      'kube-system',
    ]),
  ].toSorted();
