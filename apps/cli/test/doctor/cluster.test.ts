import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programRoot } from '@resilience/fixtures/program-root';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { argoWorkflows } from '../../src/doctor/checks/argo-workflows.ts';
import { argocdSettings } from '../../src/doctor/checks/argocd-settings.ts';
import { secretsOfChannels } from '../../src/doctor/checks/channel-secrets.ts';
import { clock } from '../../src/doctor/checks/clock.ts';
import { clusterIsDeclared } from '../../src/doctor/checks/cluster-is-declared.ts';
import { definitions } from '../../src/doctor/checks/definitions.ts';
import { kubernetesVersion } from '../../src/doctor/checks/kubernetes-version.ts';
import { networkPolicies } from '../../src/doctor/checks/network-policies.ts';
import { prometheusSelects } from '../../src/doctor/checks/prometheus-selects.ts';
import { storageClass } from '../../src/doctor/checks/storage-class.ts';
import { lease, listed } from './cluster-answers.ts';
import { type Case, expectFound } from './expect-found.ts';
import {
  argocd,
  argocdData,
  controller,
  daemonSet,
  everything,
  lookedAt,
  notFound,
  prometheus,
  version,
} from './healthy.ts';

const cases: readonly Case[] = [
  ['an old API server', kubernetesVersion, version('1.29.9', '1.29.9'), 'wrong', /v1\.29\.9/],
  [
    'a kubectl of another time',
    kubernetesVersion,
    version('1.31.0'),
    'warning',
    /for a server of v1\.31\.0/,
  ],
  [
    'the context of another EKS cluster',
    clusterIsDeclared,
    {
      asked: 'config view --minify',
      output: {
        clusters: [
          {
            name: 'arn:aws:eks:us-east-1:777788889999:cluster/harbour-staging-2',
            cluster: { server: 'https://x' },
          },
        ],
      },
    },
    'wrong',
    /harbour-staging-2/,
  ],
  [
    'a context whose name says nothing',
    clusterIsDeclared,
    {
      asked: 'config view --minify',
      output: { clusters: [{ name: 'kind', cluster: { server: 'https://127.0.0.1' } }] },
    },
    'warning',
    /127\.0\.0\.1/,
  ],
  [
    'a group that is not served',
    definitions,
    notFound('get --raw /apis/external-secrets.io/v1'),
    'wrong',
    /does not know SecretStore, ExternalSecret|does not know ExternalSecret, SecretStore/,
  ],
  [
    'a version without a kind',
    definitions,
    {
      asked: 'get --raw /apis/monitoring.coreos.com/v1 ',
      output: { resources: [{ kind: 'PodMonitor' }] },
    },
    'wrong',
    /PrometheusRule/,
  ],
  [
    'a missing Secret',
    secretsOfChannels,
    notFound('get secret smtp --namespace velero'),
    'wrong',
    /platform-mail is sent nothing/,
  ],
  [
    'a Secret without the key',
    secretsOfChannels,
    { asked: 'get secret smtp --namespace velero', output: 'other\n' },
    'wrong',
    /platform-mail is sent nothing/,
  ],
  [
    'a missing StorageClass',
    storageClass,
    notFound('get storageclasses.storage.k8s.io gp3'),
    'wrong',
    /is not there/,
  ],
  [
    'a network without enforcement',
    networkPolicies,
    daemonSet('aws-node', ['--enable-network-policy=false']),
    'wrong',
    /VPC CNI does not enforce/,
  ],
  [
    'health that is not known',
    argocdSettings,
    argocd({ 'resource.exclusions': argocdData['resource.exclusions'] }),
    'wrong',
    /sync waves/,
  ],
  [
    'exclusions without Velero',
    argocdSettings,
    argocd({
      ...argocdData,
      'resource.exclusions': '- apiGroups: [cilium.io]\n  kinds: [CiliumIdentity]\n',
    }),
    'wrong',
    /Backup, .*may delete/,
  ],
  [
    'exclusions of all of Velero',
    argocdSettings,
    argocd({
      ...argocdData,
      'resource.exclusions': '- apiGroups: ["velero.io"]\n  kinds: ["*"]\n',
    }),
    'wrong',
    /BackupStorageLocation, .*Schedule.* never synced/,
  ],
  ['no ArgoCD', argocdSettings, notFound('get configmap argocd-cm'), 'wrong', /no argocd-cm/],
  [
    'no controller',
    argoWorkflows,
    listed('pods --namespace argo', []),
    'wrong',
    /no pod with app=workflow-controller/,
  ],
  [
    'a controller that does not run',
    argoWorkflows,
    controller('argo:v3.7.0', 'Pending'),
    'wrong',
    /none of them running/,
  ],
  [
    'an old controller',
    argoWorkflows,
    controller('quay.io/argoproj/workflow-controller:v3.5.2'),
    'wrong',
    /v3\.5\.2/,
  ],
  [
    'no Prometheus',
    prometheusSelects,
    listed('prometheuses.monitoring.coreos.com', []),
    'wrong',
    /none in the namespace/,
  ],
  [
    'another label',
    prometheusSelects,
    prometheus({ ...everything, ruleSelector: { matchLabels: { release: 'other' } } }),
    'wrong',
    /asks for release=other/,
  ],
  [
    'an expression that does not match',
    prometheusSelects,
    prometheus({
      ...everything,
      podMonitorSelector: {
        matchExpressions: [
          { key: 'release', operator: 'NotIn', values: ['kube-prometheus-stack'] },
        ],
      },
    }),
    'wrong',
    /asks for release NotIn/,
  ],
  [
    'a selector that is absent',
    prometheusSelects,
    prometheus({ ...everything, ruleSelector: undefined }),
    'wrong',
    /takes nothing/,
  ],
  [
    'only its own namespace',
    prometheusSelects,
    prometheus({ ...everything, ruleNamespaceSelector: undefined }),
    'wrong',
    /only of its own namespace/,
  ],
  ['a clock that is late', clock, lease(600), 'wrong', /^6\d\d s/],
  ['a clock that is early', clock, lease(-600), 'wrong', /^-\d+ s/],
  [
    'nothing to compare a clock with',
    clock,
    listed('leases.coordination.k8s.io', []),
    'unknown',
    /nothing .* renews/,
  ],
];

test.each(some(cases))('%s is found', async (...one) => {
  expect.hasAssertions();
  await expectFound(...one);
});

test('the lease of the control plane alone serves, where there is no node', async () => {
  const none = listed('leases.coordination.k8s.io', [], ' --namespace kube-node-lease');
  const { found } = await lookedAt(clock, { kubectl: [none, lease(-30)] });
  expect(found.map(({ state }) => state)).toEqual(['ok']);
});

test('what the guide adds to argocd-cm is all that ArgoCD needs', async () => {
  const guide = readFileSync(join(programRoot, 'docs/guides/first-deployment.md'), 'utf8');
  const [, written = ''] = /```yaml\n([^`]+name: argocd-cm[^`]+)```/.exec(guide) ?? [];
  const { found } = await lookedAt(argocdSettings, { kubectl: [argocd(parse(written).data)] });
  expect(found.map(({ state }) => state)).toEqual(['ok', 'ok']);
});
