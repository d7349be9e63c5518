import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const applicationsHaveContent = rule({
  id: 'gitops/applications-have-content',
  severity: 'error',
  why: 'An application whose folder is not there fails to sync, and nobody restores with what was never applied.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/directory/',
  declaredAt: 'apps/cluster/src/charts/argocd.ts',
  appliesTo: kind('argoproj.io/Application'),
  shape: z.looseObject({
    spec: z.looseObject({ sources: z.array(z.looseObject({ path: z.string() })) }),
  }),
  check: ({ spec: { sources } }, { rendered }) =>
    sources.flatMap(({ path }, index) =>
      !path.startsWith('environments/') ||
      rendered.objects.some(({ file }) => file.startsWith(`${path}/`))
        ? []
        : [
            violation('points to a folder without objects', {
              at: ['spec', 'sources', index, 'path'],
              expected: 'a folder with rendered objects',
              received: path,
            }),
          ],
    ),
});
