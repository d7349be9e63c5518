import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const serviceAccountsHaveRoles = rule({
  id: 'access/service-accounts-have-roles',
  severity: 'error',
  why: "A pod whose account names a role that nobody made falls back to the node's rights, or has none.",
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  declaredAt: 'cluster.identity',
  appliesTo: (rendered) =>
    rendered
      .of('v1/ServiceAccount')
      .filter(({ value }) => JSON.stringify(value).includes('eks.amazonaws.com/role-arn')),
  shape: z.looseObject({
    metadata: z.looseObject({ annotations: z.record(z.string(), z.string()) }),
  }),
  check: ({ metadata: { annotations } }, { rendered }) => {
    const arn = annotations['eks.amazonaws.com/role-arn'] ?? '';
    const names = rendered.of('aws_iam_role').flatMap(({ value }) => role.parse(value).name);
    if (names.includes(arn.split(':role/')[1] ?? '')) return [];
    return [
      violation('has a role that no stack makes', {
        at: ['metadata', 'annotations'],
        expected: names.join(' or '),
        received: arn,
      }),
    ];
  },
});

const role = z.looseObject({ name: z.string() });
