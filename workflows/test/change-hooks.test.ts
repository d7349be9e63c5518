import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { changeHooks } from '../src/change-hooks.ts';

test('each declared application has a hook that ArgoCD runs before it syncs', () => {
  expect(changeHooks(primaryEnvironment())).toMatchObject([
    {
      application: 'shop-app',
      object: {
        kind: 'Workflow',
        metadata: { annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
        spec: {
          workflowTemplateRef: { name: 'back-up-before-change' },
          arguments: {
            parameters: [
              { name: 'application', value: 'shop-app' },
              { name: 'namespace', value: 'shop' },
            ],
          },
        },
      },
    },
  ]);
  expect(changeHooks(replicaEnvironment())).toEqual([]);
});
