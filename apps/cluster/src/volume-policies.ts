import type { Schedule } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import {
  claimSelector,
  type CopyMethod,
  copyMethod,
  coveredServices,
} from '@resilience/config/volumes';
import type { ResourcePolicies } from '@resilience/velero/kinds/resource-policies';

/** Velero moves a snapshot's data when the whole backup says so, not by policy. */
const actions = {
  snapshot: 'snapshot',
  'moved-snapshot': 'snapshot',
  'file-system': 'fs-backup',
  skip: 'skip',
} as const satisfies Record<CopyMethod, string>;

/**
 * How a schedule copies each declared volume; any other volume is snapshotted. The first match
 * decides, so that volumes with more labels come before those whose labels they share.
 */
export function volumePolicies(environment: Environment, schedule: Schedule): ResourcePolicies {
  const volumes = coveredServices(environment, schedule).flatMap(([, service]) =>
    Object.values(service.volumes),
  );
  const bySelector = new Map(volumes.map((volume) => [claimSelector(volume), volume]));
  return {
    version: 'v1',
    volumePolicies: [...bySelector]
      .toSorted(([a], [b]) => specificity(b) - specificity(a) || (a < b ? -1 : 1))
      .map(([, volume]) => ({
        conditions: { pvcLabels: volume.claimLabels },
        action: { type: actions[copyMethod(schedule, volume)] },
      })),
  };
}

const specificity = (selector: string): number => selector.split(',').length;
