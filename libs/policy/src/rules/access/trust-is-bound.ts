import { statements, trusts, hasCondition } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const trustIsBound = rule({
  id: 'access/trust-is-bound',
  severity: 'error',
  why: "A role that any identity of a provider or service may take on is nobody's.",
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
  declaredAt: 'apps/aws/src/stacks/access.ts',
  appliesTo: trusts,
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap((one, index) =>
      one.effect === 'Allow' && !hasCondition(one, /:sub$|^aws:(Source|PrincipalArn|RequestTag)/)
        ? [
            violation('can be taken on by others', {
              at: ['statement', index],
              expected: 'a condition on who or for what',
              received: one.condition,
            }),
          ]
        : [],
    ),
});
