import { z } from 'zod';

import { environment } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const repositoryPasswordIsOurs = rule({
  id: 'encryption/repository-password-is-ours',
  severity: 'error',
  why: 'Without a secret of its own Velero encrypts copies of files with a password that everybody knows.',
  source: 'https://github.com/vmware-tanzu/velero/issues/5443',
  declaredAt: 'apps/cluster/src/charts/velero-secrets.ts',
  appliesTo: environment,
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const made = rendered.of('external-secrets.io/ExternalSecret').some(({ value }) => {
      const { data: secret } = external.safeParse(value);
      return (
        secret?.spec.target.name === 'velero-repo-credentials' &&
        secret.spec.data.some(({ secretKey }) => secretKey === 'repository-password')
      );
    });
    if (made) return [];
    return [
      violation('leaves the repository to the public password', {
        expected: 'an ExternalSecret velero-repo-credentials with repository-password',
        received: undefined,
      }),
    ];
  },
});

const external = z.looseObject({
  spec: z.looseObject({
    target: z.looseObject({ name: z.string() }),
    data: z.array(z.looseObject({ secretKey: z.string() })),
  }),
});
