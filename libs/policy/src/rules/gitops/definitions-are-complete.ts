import { z } from 'zod';

import { velero, workload } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const definitionsAreComplete = rule({
  id: 'gitops/definitions-are-complete',
  severity: 'error',
  why: 'Deleting a definition deletes every Backup; one that is missing or of another version stops the data mover.',
  source: 'https://github.com/vmware-tanzu/velero/tree/v1.18.3/config/crd',
  declaredAt: 'velero.server',
  appliesTo: (rendered) =>
    rendered.of('argoproj.io/Application').filter(({ name }) => name === 'velero-crds'),
  shape: z.looseObject({
    spec: z.looseObject({
      sources: z.array(z.looseObject({ path: z.string(), targetRevision: z.string() })),
      syncPolicy: z.looseObject({ automated: z.looseObject({ prune: z.boolean() }) }),
    }),
  }),
  check: ({ spec }, { rendered }) => {
    const server = velero('Deployment')(rendered).flatMap(({ value }) => tagsOf(value));
    const missing = ['config/crd/v1/bases', 'config/crd/v2alpha1/bases'].filter(
      (path) =>
        !spec.sources.some(
          (one) => one.path === path && server.every((tag) => tag === one.targetRevision),
        ),
    );
    return [
      ...missing.map((path) =>
        violation('lacks definitions of the version that runs', {
          at: ['spec', 'sources'],
          expected: `${path} at ${server.join(', ')}`,
          received: spec.sources,
        }),
      ),
      ...(spec.syncPolicy.automated.prune
        ? [
            violation('prunes definitions, and with them every backup', {
              at: ['spec', 'syncPolicy', 'automated', 'prune'],
              expected: false.toString(),
              received: true,
            }),
          ]
        : []),
    ];
  },
});

const tagsOf = (value: unknown): string[] =>
  workload
    .parse(value)
    .spec.template.spec.containers.map(({ image }) => /:(v[\d.]+)/.exec(image)?.[1] ?? image);
