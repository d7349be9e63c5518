import { expect, test } from 'vitest';

import { audit } from '../src/audit.ts';

const statefulSet = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db, version: "3"}}
    spec:
      containers: [{name: db, image: "docker.io/library/postgres:17"}]
  volumeClaimTemplates:
    - metadata: {name: data, labels: {role: primary}}
      spec: {storageClassName: gp3, resources: {requests: {storage: 20Gi}}}
`;

const schedule = (template: string): string => `
apiVersion: velero.io/v1
kind: Schedule
metadata: {name: daily, namespace: velero}
spec: {schedule: "0 1 * * *", template: ${template}}
`;

const ofFiles = (...texts: readonly string[]) =>
  audit({ files: texts.map((text, index) => ({ path: `${index}.yaml`, text })) });

test('claims of a StatefulSet have the labels that select its pods, and its own', () => {
  const { namespaces } = ofFiles(statefulSet);
  expect(namespaces[0]?.volumes[0]).toMatchObject({
    labels: { app: 'db', role: 'primary' },
    database: 'postgres',
    size: '20Gi',
  });
});

test('a workload is named with the labels that select its pods', () => {
  expect(ofFiles(statefulSet).namespaces[0]?.podLabels).toEqual({
    'StatefulSet/db': { app: 'db' },
  });
});

test('what keeps resources out of the backups of a schedule is named', () => {
  const narrow = '{labelSelector: {matchLabels: {backup: "yes"}}, excludedResources: [events]}';
  expect(ofFiles(schedule(narrow)).schedules[0]?.narrowedBy).toEqual([
    'excludedResources',
    'labelSelector',
  ]);
  expect(ofFiles(schedule("{includedResources: ['*']}")).schedules[0]?.narrowedBy).toEqual([]);
});
