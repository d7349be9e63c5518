import type { GoProgram } from '../go-program.ts';

const kubernetesVersion = 'v1.34.4';

const kubernetes = (name: string): GoProgram => ({
  name,
  module: 'k8s.io/kubernetes',
  version: kubernetesVersion,
  main: `k8s.io/kubernetes/cmd/${name}`,
  staging: kubernetesVersion.replace('v1.', 'v0.'),
  godebug: 'default=go1.24',
  variables: {
    'k8s.io/component-base/version.gitVersion': kubernetesVersion,
    'k8s.io/component-base/version.gitMajor': '1',
    'k8s.io/component-base/version.gitMinor': '34',
    'k8s.io/component-base/version.gitTreeState': 'clean',
  },
});

export const kubeApiserver = kubernetes('kube-apiserver');
export const kubeControllerManager = kubernetes('kube-controller-manager');
export const kubeScheduler = kubernetes('kube-scheduler');

/** It looks five times a second how its containers are, and not once: a run of ten steps waits for that thirty times. */
export const kubelet: GoProgram = {
  ...kubernetes('kubelet'),
  edits: {
    'pkg/kubelet/kubelet.go': [
      'genericPlegRelistPeriod    = time.Second * 1',
      'genericPlegRelistPeriod    = time.Millisecond * 200',
    ],
  },
};

export const kubectl = kubernetes('kubectl');

export const etcd: GoProgram = {
  name: 'etcd',
  module: 'go.etcd.io/etcd/server/v3',
  version: 'v3.6.6',
  main: 'go.etcd.io/etcd/server/v3',
};

/** The version that the declared image has, too. */
export const kubeStateMetrics: GoProgram = {
  name: 'kube-state-metrics',
  module: 'k8s.io/kube-state-metrics/v2',
  version: 'v2.15.0',
  main: 'k8s.io/kube-state-metrics/v2',
};
