import { z } from 'zod';

import type { DoctorCheck } from '../doctor-check.ts';

const daemonSets = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({
        template: z.object({
          spec: z.object({
            containers: z.array(
              z.object({ name: z.string(), args: z.array(z.string()).default([]) }),
            ),
          }),
        }),
      }),
    }),
  ),
});

type DaemonSet = z.output<typeof daemonSets>['items'][number];

/** Networks that enforce NetworkPolicies wherever they run. */
const enforcing = new Set(['cilium', 'calico-node', 'canal', 'antrea-agent', 'kube-router']);

const fix =
  'docs/guides/first-deployment.md says how the VPC CNI enforces them: without, what drills restore reaches everything';

/** NetworkPolicies keep what drills restore away from everything else, if the network enforces them. */
export const networkPolicies: DoctorCheck = {
  group: 'cluster',
  name: 'network policies',
  examine: async ({ kubectl }) => {
    const subject = 'NetworkPolicies';
    const found = await kubectl.json(['get', 'daemonsets.apps', '--all-namespaces']);
    const { items } = daemonSets.parse(found);
    const known = items.find(({ metadata }) => enforcing.has(metadata.name));
    if (known) return [{ subject, state: 'ok', found: `enforced by ${known.metadata.name}` }];
    const cni = items.find(({ metadata }) => metadata.name === 'aws-node');
    if (cni) {
      return isEnforcing(cni)
        ? [{ subject, state: 'ok', found: 'enforced by the VPC CNI' }]
        : [{ subject, state: 'wrong', found: 'the VPC CNI does not enforce them', fix }];
    }
    const words = ['get', 'configmap', 'amazon-vpc-cni', '--namespace', 'kube-system'];
    const setting = String.raw`jsonpath={.data.enable-network-policy-controller}`;
    const automatic = await kubectl.text([...words, '--ignore-not-found', '--output', setting]);
    if (automatic.trim() === 'true') {
      return [{ subject, state: 'ok', found: 'enforced by EKS Auto Mode' }];
    }
    return [
      { subject, state: 'unknown', found: 'no network is known here that enforces them', fix },
    ];
  },
};

/** @see https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html */
const isEnforcing = ({ spec }: DaemonSet): boolean =>
  spec.template.spec.containers.some(({ args }) => args.includes('--enable-network-policy=true'));
