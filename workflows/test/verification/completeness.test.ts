import { afterEach, beforeEach, expect, test } from 'vitest';

import { Cluster, workload } from './cluster.ts';

let cluster: Cluster;

beforeEach(() => {
  cluster = new Cluster();
});

afterEach(() => {
  cluster.remove();
});

const asked = {
  check: 'completeness',
  workloads: [workload('db'), workload('web')],
  claims: [{ volume: 'data', selector: 'app=db' }],
};

const claim = (phase: string) => ({
  kind: 'PersistentVolumeClaim',
  metadata: { name: `data-${phase.toLowerCase()}`, labels: { app: 'db', of: 'orders' } },
  status: { phase },
});

test('a namespace with all workloads and bound claims is whole', async () => {
  cluster.add(claim('Bound'));
  cluster.run('db');
  cluster.run('web', { replicas: 2 });
  expect(await cluster.verify(asked)).toEqual({
    exit: 0,
    said: {
      service: 'orders',
      check: 'completeness',
      subject: 'all',
      verified: true,
      expected: '2 workloads and 1 volumes',
      received: 'all of them',
      detail: 'StatefulSet db, StatefulSet web',
      seconds: expect.any(Number),
    },
  });
});

test.each<[string, () => void, object]>([
  [
    'without a workload',
    () => {
      cluster.add(claim('Bound'));
      cluster.run('db');
    },
    { expected: 'StatefulSet web', received: 'it is missing' },
  ],
  [
    'without a claim',
    () => {
      cluster.run('db');
      cluster.run('web');
    },
    { expected: 'bound claims of the volume data', received: 'it has none' },
  ],
  [
    'with a claim that is not bound',
    () => {
      cluster.add(claim('Bound'), claim('Pending'));
      cluster.run('db');
      cluster.run('web');
    },
    { expected: 'bound claims of the volume data', received: 'data-pending is Pending' },
  ],
  [
    'with a pod that is not ready',
    () => {
      cluster.add(claim('Bound'));
      cluster.run('db', { replicas: 2, ready: 1 });
      cluster.run('web');
    },
    {
      expected: '2 ready pods of StatefulSet db within 1 s',
      received: '1 ready: db-1 is main CrashLoopBackOff, exited with 1',
    },
  ],
  [
    'with a workload that has no pods',
    () => {
      cluster.add(claim('Bound'));
      cluster.run('web');
      cluster.add({ kind: 'StatefulSet', metadata: { name: 'db' }, spec: { replicas: 1 } });
    },
    { received: '0 ready: fewer pods' },
  ],
  [
    'with a pod that cannot be placed',
    () => {
      cluster.add(claim('Bound'));
      cluster.run('web');
      cluster.add({ kind: 'StatefulSet', metadata: { name: 'db' }, spec: { replicas: 1 } });
      const message = '0/3 nodes are available';
      cluster.add({
        kind: 'Pod',
        metadata: { name: 'db-0', labels: { app: 'db' } },
        status: { conditions: [{ type: 'PodScheduled', status: 'False', message }] },
      });
    },
    { received: '0 ready: db-0 is 0/3 nodes are available' },
  ],
  [
    'whose controller has not yet looked at a workload',
    () => {
      cluster.add(claim('Bound'));
      cluster.run('web');
      cluster.add({
        kind: 'StatefulSet',
        metadata: { name: 'db', generation: 2 },
        spec: { replicas: 1 },
        status: { observedGeneration: 1, readyReplicas: 1 },
      });
    },
    { received: '0 ready: fewer pods' },
  ],
])('a namespace %s is half restored', async (_, restored, said) => {
  restored();
  expect(await cluster.verify(asked)).toMatchObject({
    exit: 1,
    said: { verified: false, detail: 'in the namespace drill-orders', ...said },
  });
});

test('a workload that is scaled to none cannot be looked at', async () => {
  cluster.run('web', { replicas: 0 });
  expect(
    await cluster.verify({ ...asked, workloads: [workload('web')], claims: [] }),
  ).toMatchObject({
    exit: 2,
    said: { verified: false, received: 'it is scaled to none, so that nothing runs' },
  });
});

test('a DaemonSet wants as many pods as there are nodes for it', async () => {
  const labels = { app: 'agent' };
  const conditions = [{ type: 'Ready', status: 'True' }];
  cluster.add(
    { kind: 'Pod', metadata: { name: 'agent-a', labels }, status: { conditions } },
    {
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      status: { desiredNumberScheduled: 2, numberReady: 1 },
    },
  );
  const daemon = { ...asked, workloads: [workload('agent', 'DaemonSet')], claims: [] };
  expect(await cluster.verify(daemon)).toMatchObject({
    exit: 1,
    said: { expected: '2 ready pods of DaemonSet agent within 1 s' },
  });
});

test('what may not be read is not taken for missing', async () => {
  cluster.write('refuses', 'get\n');
  expect(await cluster.verify(asked)).toMatchObject({
    exit: 2,
    said: {
      verified: false,
      received: expect.stringContaining('Forbidden'),
      detail: expect.stringContaining('could not be looked at'),
    },
  });
});
