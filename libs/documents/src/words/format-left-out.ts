import type { Environment } from '@resilience/config/environment';
import { isPattern, namespacesLeftOut, volumesLeftOut } from '@resilience/config/left-out';
import { selectorOf } from '@resilience/config/volumes';

/** What no backup holds, wherever it is. */
export interface LeftOut {
  /** `the namespace redis`, `volumes of the storage class local-path` */
  readonly what: string;
  /** Empty where it is of no declared service. */
  readonly service: string;
  readonly reason: string;
}

/** Services that are not backed up, then namespaces, then volumes. */
export const formatLeftOut = (environment: Environment): LeftOut[] => [
  ...namespacesLeftOut(environment).map(({ namespaces, service = '', reason }) => ({
    what: isPattern(namespaces) ? `namespaces like ${namespaces}` : `the namespace ${namespaces}`,
    service,
    reason,
  })),
  ...volumesLeftOut(environment).map(({ volumes, reason }) => ({
    what: `volumes ${ofVolumes(volumes)}`,
    service: '',
    reason,
  })),
];

const ofVolumes = (volumes: ReturnType<typeof volumesLeftOut>[number]['volumes']): string =>
  'storageClass' in volumes
    ? `of the storage class ${volumes.storageClass}`
    : `with the labels ${selectorOf(volumes.claimLabels)}`;
