import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { declaredServices } from '../../src/declared-services.ts';
import { runScript } from './run-script.ts';

const claim = (name: string) => ({ metadata: { name } });
const mounts = (claimName: string) => ({
  template: { spec: { volumes: [{ persistentVolumeClaim: { claimName } }] } },
});
const database = {
  kind: 'StatefulSet',
  metadata: { name: 'shop-db' },
  spec: {
    replicas: 0,
    template: { spec: {} },
    volumeClaimTemplates: [{ metadata: { name: 'data' } }],
  },
};
const viewer = {
  kind: 'Deployment',
  metadata: { name: 'viewer' },
  spec: { replicas: 0, ...mounts('data-shop-db-0') },
};
const other = {
  kind: 'Deployment',
  metadata: { name: 'other' },
  spec: { replicas: 0, ...mounts('files') },
};

interface Found {
  readonly phases?: readonly (string | undefined)[];
  readonly claims?: readonly object[];
  readonly workloads?: readonly object[];
}

function start({ phases = ['WaitingForPluginOperations'], claims, workloads }: Found) {
  const restores = { items: phases.map((phase) => ({ status: { phase } })) };
  const { calls, ...run } = runScript('start-workload', {
    env: {
      DECLARED: 'FILES/services.json',
      SERVICES: '["shop"]',
      VOLUME: 'data',
      WORKFLOW: 'restore-volume-x',
      INTERVAL: '1',
      DEADLINE: '2',
    },
    files: { 'services.json': declaredServices(primaryEnvironment()) },
    kubectl: [
      {
        asked:
          'get restores.velero.io --namespace velero --selector resilience-layer/workflow=restore-volume-x',
        output: restores,
      },
      {
        asked: 'get persistentvolumeclaims --namespace shop --selector app=shop-db',
        output: { items: claims ?? [claim('data-shop-db-0')] },
      },
      {
        asked: 'get deployments.apps,statefulsets.apps --namespace shop',
        output: { items: workloads ?? [database, viewer, other] },
      },
      { asked: 'scale ' },
    ],
  });
  return { ...run, scaled: calls.filter((call) => call.includes('scale ')) };
}

test('what was stopped and mounts the volume is started, and nothing else', () => {
  const { status, scaled } = start({});
  expect(status).toBe(0);
  expect(scaled).toEqual([
    expect.stringContaining('scale statefulsets.apps/shop-db --replicas 1 --namespace shop'),
    expect.stringContaining('scale deployments.apps/viewer --replicas 1 --namespace shop'),
  ]);
});

test('a StatefulSet has a pod for each of its claims', () => {
  const claims = ['data-shop-db-0', 'data-shop-db-2', 'data-shop-db-old', 'data-shop-db-1'];
  const { scaled } = start({ claims: claims.map(claim), workloads: [database] });
  expect(scaled).toEqual([expect.stringContaining('--replicas 3')]);
});

test('what runs is left as it is', () => {
  const running = { ...database, spec: { ...database.spec, replicas: 2 } };
  const { status, scaled, stdout } = start({ workloads: [running] });
  expect([status, scaled]).toEqual([0, []]);
  expect(stdout).toContain('no stopped workload uses data');
});

test.each([[['Completed']], [['PartiallyFailed']], [['Finalizing']]])(
  'a restore that is %j has made its objects',
  (phases) => {
    expect(start({ phases }).scaled).toHaveLength(2);
  },
);

test.each([[[]], [['New']], [['InProgress']], [[undefined]], [['Completed', 'InProgress']]])(
  'while the restores are %j, nothing is started: its claim might be made empty',
  (phases) => {
    const { status, scaled, stderr } = start({ phases });
    expect([status, scaled]).toEqual([1, []]);
    expect(stderr).toContain('no restore of restore-volume-x has made its objects');
  },
);
