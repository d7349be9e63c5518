import { expect, test } from 'vitest';

import { assertSameObjects, declaredObjects } from '../src/scenarios/objects.ts';

const claim = {
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', uid: '1', labels: { app: 'db' } },
  spec: { volumeName: 'pvc-1', storageClassName: 'gp3' },
  status: { phase: 'Bound' },
};

const restored = {
  ...claim,
  metadata: {
    ...claim.metadata,
    uid: '2',
    labels: { app: 'db', 'velero.io/restore-name': 'r' },
    annotations: { 'pv.kubernetes.io/bind-completed': 'yes' },
  },
  spec: { ...claim.spec, volumeName: 'pvc-2', dataSource: { kind: 'VolumeSnapshot', name: 's' } },
};

const declared = (...items: readonly object[]) =>
  declaredObjects(() => Promise.resolve(JSON.stringify({ items })), 'orders');

test('what servers and Velero put on an object is no difference', async () => {
  const [before, after] = await Promise.all([declared(claim), declared(restored)]);
  expect(() => assertSameObjects(before, after)).not.toThrow();
});

test.each([
  ['is missing', []],
  ['"storageClassName": "gp2"', [{ ...claim, spec: { storageClassName: 'gp2' } }]],
  ['was not there before', [claim, { ...claim, metadata: { name: 'other' } }]],
])('that an object %s is told', async (told, items) => {
  const [before, after] = await Promise.all([declared(claim), declared(...items)]);
  expect(() => assertSameObjects(before, after)).toThrow(told);
});
