import { ConfigMap } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import type { Settings } from './velero-settings.ts';

/** Velero reads settings as JSON in one key of a ConfigMap. */
export const addSettings = (scope: Construct, { name, key, value }: Settings): ConfigMap =>
  new ConfigMap(scope, `${name}-settings`, {
    metadata: { name },
    data: { [key]: JSON.stringify(value, null, 2) },
  });
