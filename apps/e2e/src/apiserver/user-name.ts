import type { ServiceAccountNames } from '@resilience/config/names';

/** How the API server calls a service account. */
export const userName = ({ namespace, name }: ServiceAccountNames): string =>
  `system:serviceaccount:${namespace}:${name}`;
