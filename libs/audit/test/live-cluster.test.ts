import { expect, test } from 'vitest';

import { audit } from '../src/audit.ts';

const namespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system', 'shop', 'velero'];

const objects = [
  ...namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
  {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { name: 'default', namespace: 'velero' },
    spec: {
      provider: 'aws',
      default: true,
      objectStorage: { bucket: 'backups' },
      config: { region: 'eu-west-1' },
    },
  },
  {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { name: 'daily', namespace: 'velero' },
    spec: { schedule: '0 2 * * *', template: { includedNamespaces: ['*'] } },
  },
  {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'a', labels: { 'topology.kubernetes.io/region': 'eu-west-1' } },
  },
];

test('what a cluster makes anew need not leave the region', () => {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const { findings, namespaces: judged } = audit({
    files: [{ path: 'all.json', text }],
    readAt: new Date('2026-11-01T00:00:00Z'),
  });
  expect(judged.map(({ name }) => name)).toEqual(namespaces);
  expect(findings.find(({ rule }) => rule === 'audit/a-copy-leaves-the-region')?.message).toBe(
    'keeps no copy of default, shop outside of the region',
  );
});
