import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const nodeCredentialsAreOutOfReach = rule({
  id: 'access/node-credentials-are-out-of-reach',
  severity: 'error',
  why: "Who reaches the metadata service has the node's role, whatever the pod's own is.",
  source:
    'https://docs.aws.amazon.com/whitepapers/latest/security-practices-multi-tenant-saas-applications-eks/restrict-the-use-of-host-networking-and-block-access-to-instance-metadata-service.html',
  declaredAt: 'apps/cluster/src/charts/velero-network.ts',
  appliesTo: kind('networking.k8s.io/NetworkPolicy'),
  shape: z.looseObject({ spec: z.looseObject({ egress: z.array(z.looseObject({})).default([]) }) }),
  check: ({ spec: { egress } }) =>
    egress.flatMap((one, index) => {
      const text = JSON.stringify(one);
      if (!text.includes('"0.0.0.0/0"') || text.includes('"169.254.169.254/32"')) return [];
      return [
        violation('lets pods ask for the credentials of the node', {
          at: ['spec', 'egress', index],
          expected: '0.0.0.0/0 except 169.254.169.254/32',
          received: one,
        }),
      ];
    }),
});
