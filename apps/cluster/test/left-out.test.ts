import type { CompleteInput } from '@resilience/config/declaration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { resourcePolicies } from '@resilience/velero/kinds/resource-policies';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { synthesised } from './synthesised.ts';

const reason = 'It is made anew on each start.';

const objects = synthesised(
  primaryEnvironment((declaration: CompleteInput) => {
    Object.assign(declaration.services, { redis: { notBackedUp: reason } });
    declaration.leftOut = [
      { namespaces: 'preview-*', reason },
      { volumes: { storageClass: 'local-path' }, reason },
      { volumes: { storageClass: 'ephemeral' }, reason },
      { volumes: { claimLabels: { a: 'scratch' } }, reason },
      { volumes: { claimLabels: { app: 'shop-db', role: 'scratch' } }, reason },
    ];
  }),
);

test('a backup of the cluster leaves out what is not backed up, and what a pattern stands for', () => {
  expect(objects['Schedule/daily']?.spec).toMatchObject({
    template: { includedNamespaces: ['*'], excludedNamespaces: ['preview-*', 'redis', 'velero'] },
  });
});

test('a backup of services names theirs, and leaves out none', () => {
  expect(objects['Schedule/hourly']?.spec).toMatchObject({
    template: { includedNamespaces: ['shop'] },
  });
  expect(objects['Schedule/hourly']?.spec).not.toHaveProperty('template.excludedNamespaces');
});

test.each(['daily', 'hourly'])(
  'the %s schedule skips volumes that are left out, and declared volumes come first',
  (name) => {
    const map = objects[`ConfigMap/${name}-volume-policies`]?.data?.['policies.yaml'] ?? '';
    const policies = resourcePolicies.parse(parse(map));
    expect(policies.volumePolicies).toEqual([
      { conditions: { pvcLabels: { app: 'shop-db', role: 'cache' } }, action: { type: 'skip' } },
      { conditions: { pvcLabels: { app: 'shop-db', role: 'scratch' } }, action: { type: 'skip' } },
      { conditions: { pvcLabels: { app: 'shop-db' } }, action: { type: 'snapshot' } },
      { conditions: { pvcLabels: { app: 'shop-files' } }, action: { type: 'fs-backup' } },
      { conditions: { pvcLabels: { a: 'scratch' } }, action: { type: 'skip' } },
      { conditions: { storageClass: ['ephemeral', 'local-path'] }, action: { type: 'skip' } },
    ]);
  },
);
