import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { undisrupted } from '@resilience/config/undisrupted';
import { expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

const objects = synthesised(primaryEnvironment());
const standby = synthesised(replicaEnvironment());

test("the service account carries the environment's role", () => {
  const role = 'eks.amazonaws.com/role-arn';
  expect(
    [objects, standby].map((all) => all['ServiceAccount/velero']?.metadata.annotations),
  ).toEqual([
    { [role]: 'arn:aws:iam::123456789012:role/acme-primary-velero' },
    { [role]: 'arn:aws:iam::123456789012:role/acme-standby-velero' },
  ]);
});

test('with Pod Identity, the cluster needs no word of roles', () => {
  const withPodIdentity = synthesised(
    primaryEnvironment((declaration) => {
      declaration.cluster.identity = { kind: 'pod-identity' };
    }),
  );
  for (const name of ['velero', 'velero-node-agent']) {
    expect(objects[`ServiceAccount/${name}`]?.metadata.annotations).toBeDefined();
    expect(withPodIdentity[`ServiceAccount/${name}`]?.metadata.annotations).toBeUndefined();
  }
});

test('pods that Velero makes itself, which do not ask for a token, get one', () => {
  for (const name of ['velero', 'velero-node-agent']) {
    expect(objects[`ServiceAccount/${name}`]).toMatchObject({ automountServiceAccountToken: true });
  }
});

test('the location is the bucket of the environment, or the replica, read-only', () => {
  const location = 'BackupStorageLocation/default';
  expect([objects, standby].map((all) => all[location]?.spec)).toEqual([
    {
      provider: 'aws',
      default: true,
      accessMode: 'ReadWrite',
      objectStorage: { bucket: 'acme-primary-backups-eu-west-1' },
      config: {
        region: 'eu-west-1',
        serverSideEncryption: 'aws:kms',
        kmsKeyId: 'alias/acme-primary-backups-eu-west-1',
      },
    },
    {
      provider: 'aws',
      default: true,
      accessMode: 'ReadOnly',
      objectStorage: { bucket: 'acme-primary-backups-eu-central-1' },
      config: {
        region: 'eu-central-1',
        serverSideEncryption: 'aws:kms',
        kmsKeyId: 'alias/acme-primary-backups-eu-central-1',
      },
    },
  ]);
});

test('server and node-agent run the declared images with what they need from their host', () => {
  expect(objects['Deployment/velero']?.spec).toMatchObject({
    replicas: 1,
    strategy: { type: 'Recreate' },
    template: {
      spec: {
        serviceAccountName: 'velero',
        automountServiceAccountToken: true,
        initContainers: [{ image: 'docker.io/velero/velero-plugin-for-aws:v1.14.3' }],
        containers: [
          {
            image: 'docker.io/velero/velero:v1.18.3',
            args: expect.arrayContaining(['--features=EnableCSI', '--uploader-type=kopia']),
            securityContext: {
              runAsNonRoot: true,
              readOnlyRootFilesystem: true,
              allowPrivilegeEscalation: false,
            },
          },
        ],
      },
    },
  });
  expect(objects['DaemonSet/node-agent']?.spec).toMatchObject({
    template: {
      metadata: { labels: { role: 'node-agent' } },
      spec: {
        serviceAccountName: 'velero-node-agent',
        containers: [
          {
            image: 'docker.io/velero/velero:v1.18.3',
            securityContext: { runAsUser: 0, privileged: false, readOnlyRootFilesystem: true },
            volumeMounts: expect.arrayContaining([
              expect.objectContaining({
                mountPath: '/host_pods',
                mountPropagation: 'HostToContainer',
              }),
            ]),
          },
        ],
        volumes: expect.arrayContaining([
          { name: 'host-pods', hostPath: { path: '/var/lib/kubelet/pods', type: 'Directory' } },
        ]),
      },
    },
  });
});

test('snapshots outlive the namespace that they were taken in', () => {
  expect(objects['VolumeSnapshotClass/velero-ebs']).toMatchObject({
    driver: 'ebs.csi.aws.com',
    deletionPolicy: 'Retain',
    metadata: { labels: { 'velero.io/csi-volumesnapshot-class': 'true' } },
  });
});

test('only Prometheus reaches in, and only AWS, the API and names are reached', () => {
  expect(objects['NetworkPolicy/deny-by-default']?.spec).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
  expect(objects['NetworkPolicy/metrics-from-prometheus']?.spec).toMatchObject({
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
          },
        ],
        ports: [{ port: 8085 }],
      },
    ],
  });
  const reached = (all: typeof objects): unknown[] =>
    Reflect.get(all['NetworkPolicy/egress-to-aws-and-api']?.spec ?? {}, 'egress');
  expect(reached(objects)).toMatchObject([
    { ports: [{ port: 53 }, { port: 53 }] },
    {
      to: [
        { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.169.254/32'] } },
        { ipBlock: { cidr: '::/0' } },
      ],
      ports: [{ port: 443 }],
    },
  ]);
  const withPodIdentity = synthesised(
    primaryEnvironment((declaration) => {
      declaration.cluster.identity = { kind: 'pod-identity' };
    }),
  );
  expect(reached(withPodIdentity)).toHaveLength(3);
});

test.each([
  ['repository-maintenance', 'global', '--repo-maintenance-job-configmap=repository-maintenance'],
  ['backup-repository', 'kopia', '--backup-repository-configmap=backup-repository'],
  ['node-agent', 'node-agent.json', '--node-agent-configmap=node-agent'],
])('%s is set up by a ConfigMap that its reader is told of', (name, key, argument) => {
  const data: unknown = Reflect.get(objects[`ConfigMap/${name}`] ?? {}, 'data');
  expect(JSON.parse(Reflect.get(data ?? {}, key))).toBeTypeOf('object');
  const readers = [objects['Deployment/velero'], objects['DaemonSet/node-agent']];
  expect(JSON.stringify(readers)).toContain(JSON.stringify(argument));
});

test('a volume is restored where the pod that mounts it can run', () => {
  const data: unknown = Reflect.get(objects['ConfigMap/node-agent'] ?? {}, 'data');
  expect(JSON.parse(Reflect.get(data ?? {}, 'node-agent.json'))).not.toHaveProperty('restorePVC');
});

test('applications of ArgoCD are restored after everything that they would sync', () => {
  const written = JSON.stringify(objects['Deployment/velero']);
  expect(written).toMatch(
    /--restore-resource-priorities=[^"]*services,-,[^"]*,applications\.argoproj\.io"/,
  );
});

test('the server has no capability, the node-agent those to read and write files of every owner', () => {
  expect(objects['Deployment/velero']?.spec).toMatchObject({
    template: {
      spec: {
        priorityClassName: 'velero',
        containers: [{ securityContext: { capabilities: { drop: ['ALL'] } } }],
      },
    },
  });
  expect(objects['DaemonSet/node-agent']?.spec).toMatchObject({
    template: {
      spec: {
        priorityClassName: 'velero',
        tolerations: [{ operator: 'Exists' }],
        containers: [
          {
            securityContext: {
              capabilities: { drop: ['ALL'], add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID'] },
            },
          },
        ],
      },
    },
  });
});

test('no node is taken away under the server, an exporter, or a pod that Velero makes itself', () => {
  for (const name of ['velero', 'resilience-object-state', 'resilience-cloudwatch']) {
    expect(objects[`Deployment/${name}`]?.spec).toMatchObject({
      template: { metadata: { annotations: undisrupted } },
    });
  }
  for (const [name, key] of [
    ['node-agent', 'node-agent.json'],
    ['repository-maintenance', 'global'],
  ] as const) {
    const data: unknown = Reflect.get(objects[`ConfigMap/${name}`] ?? {}, 'data');
    expect(JSON.parse(Reflect.get(data ?? {}, key))).toMatchObject({ podAnnotations: undisrupted });
  }
  // It is on every node, and would keep them all.
  expect(JSON.stringify(objects['DaemonSet/node-agent'])).not.toContain('do-not-disrupt');
});
