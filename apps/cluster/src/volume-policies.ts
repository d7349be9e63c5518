import type { Schedule } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import { volumesLeftOut } from '@resilience/config/left-out';
import {
  claimSelector,
  type CopyMethod,
  copyMethod,
  coveredServices,
  selectorOf,
} from '@resilience/config/volumes';
import type { ResourcePolicies } from '@resilience/velero/kinds/resource-policies';

/** Velero moves a snapshot's data when the whole backup says so, not by policy. */
const actions = {
  snapshot: 'snapshot',
  'moved-snapshot': 'snapshot',
  'file-system': 'fs-backup',
  skip: 'skip',
} as const satisfies Record<CopyMethod, string>;

type VolumePolicy = ResourcePolicies['volumePolicies'][number];

/**
 * How a schedule copies each declared volume, and what it leaves out; any other volume is snapshotted. The
 * first match decides, so that volumes with more labels come before those whose labels they share, and
 * declared volumes before what is left out by as many labels or by storage class.
 */
export function volumePolicies(environment: Environment, schedule: Schedule): ResourcePolicies {
  const left = volumesLeftOut(environment).map(({ volumes }) => volumes);
  const declared = new Map(declaredPolicies(environment, schedule));
  const byLabels = left.flatMap((volumes): [string, VolumePolicy][] =>
    'claimLabels' in volumes && !declared.has(selectorOf(volumes.claimLabels))
      ? [[selectorOf(volumes.claimLabels), policy({ pvcLabels: volumes.claimLabels }, 'skip')]]
      : [],
  );
  const classes = left.flatMap((volumes) =>
    'storageClass' in volumes ? volumes.storageClass : [],
  );
  return {
    version: 'v1',
    volumePolicies: [
      ...[...byName(declared), ...byName(new Map(byLabels))]
        .toSorted(([a], [b]) => specificity(b) - specificity(a))
        .map(([, found]) => found),
      ...(classes.length > 0 ? [policy({ storageClass: classes.toSorted() }, 'skip')] : []),
    ],
  };
}

const byName = (policies: ReadonlyMap<string, VolumePolicy>): [string, VolumePolicy][] =>
  [...policies].toSorted(([a], [b]) => (a < b ? -1 : 1));

const declaredPolicies = (
  environment: Environment,
  schedule: Schedule,
): (readonly [string, VolumePolicy])[] =>
  coveredServices(environment, schedule)
    .flatMap(([, service]) => Object.values(service.volumes))
    .map((volume) => [
      claimSelector(volume),
      policy({ pvcLabels: volume.claimLabels }, actions[copyMethod(schedule, volume)]),
    ]);

const policy = (
  conditions: VolumePolicy['conditions'],
  type: VolumePolicy['action']['type'],
): VolumePolicy => ({ conditions, action: { type } });

const specificity = (selector: string): number => selector.split(',').length;
