import { z } from 'zod';

import type { Kubectl } from '../../kubernetes/kubectl.ts';
import type { DoctorCheck } from '../doctor-check.ts';

const leases = z.object({
  items: z.array(z.object({ spec: z.object({ renewTime: z.string().optional() }).optional() })),
});

/** Seconds: nodes and the API server renew their leases every ten. @see https://kubernetes.io/docs/concepts/architecture/leases/ */
const tolerated = 60;

/** Of the nodes, and of the control plane, whose leases are there without a node, too. */
const places = ['kube-node-lease', 'kube-system'];

/** The times that this machine writes and compares are those of the cluster. */
export const clock: DoctorCheck = {
  group: 'cluster',
  name: 'clock',
  examine: async ({ kubectl }) => {
    const subject = 'clock of this machine';
    const renewed = (await Promise.all(places.map((place) => renewedIn(kubectl, place)))).flat();
    if (renewed.length === 0) {
      const fix = 'compare "date -u" with the clock of a node';
      return [{ subject, state: 'unknown', found: 'nothing in the cluster renews a lease', fix }];
    }
    const apart = Math.round((Date.now() - Math.max(...renewed)) / 1000);
    const found = `${apart} s after the newest lease of the cluster`;
    return Math.abs(apart) <= tolerated
      ? [{ subject, state: 'ok', found }]
      : [
          {
            subject,
            state: 'wrong',
            found,
            fix: 'synchronise the clock (timedatectl set-ntp true), or look why no node renews its lease',
          },
        ];
  },
};

/** Milliseconds since 1970. */
async function renewedIn(kubectl: Kubectl, namespace: string): Promise<number[]> {
  const words = ['get', 'leases.coordination.k8s.io', '--namespace', namespace];
  return leases
    .parse(await kubectl.json(words))
    .items.map(({ spec }) => Date.parse(spec?.renewTime ?? ''))
    .filter((time) => !Number.isNaN(time));
}
