import { kind } from '../../rendered.ts';
import { statements, hasCondition } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const grantsAreForAws = rule({
  id: 'access/grants-are-for-aws',
  severity: 'error',
  why: 'Whoever can grant the use of a key can give it to anybody.',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  declaredAt: 'apps/aws',
  appliesTo: kind('data.aws_iam_policy_document'),
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap((one, index) =>
      one.effect === 'Allow' &&
      one.actions.some(holdsCreateGrant) &&
      !hasCondition(one, /^kms:(GrantIsForAWSResource|ViaService)$/)
        ? [
            violation('may grant the use of a key to anybody', {
              at: ['statement', index],
              expected: 'a condition on kms:GrantIsForAWSResource or kms:ViaService',
              received: one.condition,
            }),
          ]
        : [],
    ),
});

/** A star stands for any characters. */
const holdsCreateGrant = (action: string): boolean =>
  new RegExp(`^${action.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test('kms:CreateGrant');
