import { z } from 'zod';

import type { DoctorCheck } from '../doctor-check.ts';

const leases = z.object({
  items: z.array(z.object({ spec: z.object({ renewTime: z.string().optional() }).optional() })),
});

/** Seconds: a kubelet renews its lease every ten. @see https://kubernetes.io/docs/concepts/architecture/leases/ */
const tolerated = 60;

/** The times that this machine writes and compares are those of the cluster. */
export const clock: DoctorCheck = {
  group: 'cluster',
  name: 'clock',
  examine: async ({ kubectl }) => {
    const subject = 'clock of this machine';
    const found = await kubectl.json([
      'get',
      'leases.coordination.k8s.io',
      '--namespace',
      'kube-node-lease',
    ]);
    const renewed = leases
      .parse(found)
      .items.map(({ spec }) => Date.parse(spec?.renewTime ?? ''))
      .filter((time) => !Number.isNaN(time));
    if (renewed.length === 0) {
      const fix = 'compare "date -u" with the clock of a node';
      return [{ subject, state: 'unknown', found: 'no node has renewed a lease', fix }];
    }
    const apart = Math.round((Date.now() - Math.max(...renewed)) / 1000);
    return Math.abs(apart) <= tolerated
      ? [{ subject, state: 'ok', found: `${apart} s after the newest lease of a node` }]
      : [
          {
            subject,
            state: 'wrong',
            found: `${apart} s after the newest lease of a node`,
            fix: 'synchronise the clock (timedatectl set-ntp true), or look why no node renews its lease',
          },
        ];
  },
};
