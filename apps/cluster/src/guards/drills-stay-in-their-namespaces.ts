import { drillNamespacePrefix, drillServiceAccount } from '@resilience/config/names';

import { cel, type GuardOf } from './guard.ts';

/**
 * RBAC knows no beginnings of names, so drills may do everywhere what they do in namespaces of their own.
 * This holds them there.
 */
export const drillsStayInTheirNamespaces: GuardOf = () => ({
  name: 'drills-stay-in-their-namespaces',
  groups: ['', 'networking.k8s.io', 'velero.io'],
  resources: [
    'namespaces',
    'networkpolicies',
    'persistentvolumes',
    'pods/exec',
    'pods/portforward',
    'resourcequotas',
    'restores',
  ],
  operations: ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'],
  except: [],
  only: drillServiceAccount,
  validations: [
    {
      expression: `${unless('namespaces')} || (request.operation == 'CREATE' ? object.metadata.name : request.name)${ofDrills}`,
      message: `Drills make and delete only namespaces whose names begin with ${drillNamespacePrefix}.`,
    },
    {
      expression: `${unless('persistentvolumes')} || (has(oldObject.spec.claimRef) && oldObject.spec.claimRef.namespace${ofDrills})`,
      message: 'Drills change only volumes of their own claims.',
    },
    {
      expression: `${unless('restores')} || (${mapped})`,
      message: `Drills restore only into namespaces whose names begin with ${drillNamespacePrefix}.`,
    },
    {
      expression: `request.resource.resource in ['namespaces', 'persistentvolumes', 'restores'] || request.namespace${ofDrills}`,
      message: `Drills touch nothing outside of namespaces whose names begin with ${drillNamespacePrefix}.`,
    },
  ],
});

function unless(resource: string): string {
  return `request.resource.resource != ${cel(resource)}`;
}

const ofDrills = `.startsWith(${cel(drillNamespacePrefix)})`;

const mapped = [
  'has(object.spec.includedNamespaces)',
  'size(object.spec.includedNamespaces) > 0',
  'has(object.spec.namespaceMapping)',
  `object.spec.includedNamespaces.all(n, n in object.spec.namespaceMapping && object.spec.namespaceMapping[n]${ofDrills})`,
].join(' && ');
