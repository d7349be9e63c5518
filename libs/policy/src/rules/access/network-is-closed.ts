import { z } from 'zod';

import { environment } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const networkIsClosed = rule({
  id: 'access/network-is-closed',
  severity: 'error',
  why: 'Pods that hold keys to every backup talk to nobody who is not named.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  declaredAt: 'apps/cluster/src/charts/velero-network.ts',
  appliesTo: environment,
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const policies = rendered.of('networking.k8s.io/NetworkPolicy');
    if (policies.some(({ value }) => denying.safeParse(value).success)) return [];
    return [
      violation('lets Velero talk to everybody', {
        expected: 'a NetworkPolicy for all pods that denies Ingress and Egress',
        received: policies.map(({ name }) => name),
      }),
    ];
  },
});

const denying = z.looseObject({
  spec: z.strictObject({
    podSelector: z.strictObject({}),
    policyTypes: z.array(z.string()).refine((types) => types.includes('Egress')),
  }),
});
