import { z } from 'zod';

import { rendered, said } from '../../guard.ts';

const rules = z.array(z.unknown()).default([]);
const policy = z.looseObject({ spec: z.looseObject({ ingress: rules, egress: rules }) });

export const networkIsClosed = rendered({
  id: 'access/network-is-closed',
  absence: 'strongest',
  guards: (files) =>
    files.of('networking.k8s.io/NetworkPolicy').flatMap(({ file, name, value }) => {
      const spec = policy.safeParse(value).data?.spec ?? { ingress: [], egress: [] };
      return (['ingress', 'egress'] as const).flatMap((direction) =>
        spec[direction].map((rule) => ({
          path: `${file}.${direction}`,
          id: JSON.stringify(rule),
          subject: name,
          case: direction,
          strength: 0,
          value: JSON.stringify(rule),
        })),
      );
    }),
  sentence: (one) =>
    said(one, {
      gone: (rule) => `The NetworkPolicy ${one.names} no longer allows this ${one.cases}: ${rule}.`,
      come: (rule) => `The NetworkPolicy ${one.names} allows this ${one.cases}: ${rule}.`,
      changed: () => '',
    }),
});
