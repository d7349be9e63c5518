import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const noSecretsInGit = rule({
  id: 'encryption/no-secrets-in-git',
  severity: 'error',
  why: 'What is in Git is read by more people and for longer than any secret may be.',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  declaredAt: 'apps/cluster',
  appliesTo: (rendered) => [...rendered.of('v1/Secret'), rendered.whole],
  shape: z.looseObject({ kind: z.string().optional() }),
  check: (value) =>
    value.kind === 'Secret'
      ? [violation('is a secret in Git', { expected: 'an ExternalSecret', received: 'Secret' })]
      : [],
});
