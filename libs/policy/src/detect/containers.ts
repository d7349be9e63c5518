import { z } from 'zod';

import type { Selector } from '../rendered.ts';

const container = z.looseObject({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()).default([]),
  securityContext: z.looseObject({}).default({}),
  resources: z
    .looseObject({ limits: z.record(z.string(), z.unknown()).default({}) })
    .default({ limits: {} }),
});

/** What runs pods. */
export const workload = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({
      spec: z.looseObject({
        containers: z.array(container),
        initContainers: z.array(container).default([]),
        tolerations: z.array(z.looseObject({})).default([]),
        serviceAccountName: z.string(),
        volumes: z.array(z.looseObject({ name: z.string() })).default([]),
      }),
    }),
  }),
});

export const workloads: Selector = (rendered) => [
  ...rendered.of('apps/Deployment'),
  ...rendered.of('apps/DaemonSet'),
];

type Container = z.output<typeof container>;

interface Placed {
  readonly container: Container;
  readonly at: readonly PropertyKey[];
}

/** All containers of a workload, those that prepare it too, each with its place. */
export function containersOf({ spec }: z.output<typeof workload>): Placed[] {
  const pod = spec.template.spec;
  return (['initContainers', 'containers'] as const).flatMap((list) =>
    pod[list].map((each, index) => ({
      container: each,
      at: ['spec', 'template', 'spec', list, index],
    })),
  );
}

/** The server of Velero and what backs up the files on each node; the exporters are not of Velero. */
export const velero =
  (kind: 'Deployment' | 'DaemonSet'): Selector =>
  (rendered) =>
    rendered.of(`apps/${kind}`).filter(({ value }) => ofVelero.safeParse(value).success);

const ofVelero = z.looseObject({
  metadata: z.looseObject({
    labels: z.looseObject({ 'app.kubernetes.io/name': z.literal('velero') }),
  }),
});

/** What a container needs to say so that it can do nothing to its node. */
export const confined = z.looseObject({
  privileged: z.literal(false),
  allowPrivilegeEscalation: z.literal(false),
  readOnlyRootFilesystem: z.literal(true),
  seccompProfile: z.looseObject({ type: z.literal('RuntimeDefault') }),
  capabilities: z.looseObject({ drop: z.array(z.string()).refine((all) => all.includes('ALL')) }),
});
