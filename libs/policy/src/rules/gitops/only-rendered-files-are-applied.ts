import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const onlyRenderedFilesAreApplied = rule({
  id: 'gitops/only-rendered-files-are-applied',
  severity: 'error',
  why: 'ArgoCD and Terraform apply every file of their folder. Rendering leaves a file alone that it did not write, and no rule has judged it.',
  source: 'https://developer.hashicorp.com/terraform/language/files/override',
  declaredAt: 'no declaration: somebody put it there',
  appliesTo: (rendered) => [rendered.whole, ...rendered.of('unrendered')],
  shape: z.unknown(),
  check: (_, { object: { kind, file } }) =>
    kind === 'unrendered'
      ? [
          violation('is applied, and was not rendered', {
            expected:
              'only what "npm run render" writes; delete the file, or move it out of rendered/',
            received: file,
          }),
        ]
      : [],
});
