import { statements, permissions, hasCondition } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const snapshotsOfOthersAreSafe = rule({
  id: 'access/snapshots-of-others-are-safe',
  severity: 'error',
  why: 'Deleting snapshots without a condition on their tags reaches every snapshot of the account.',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
  declaredAt: 'apps/aws/src/stacks/access.ts',
  appliesTo: permissions,
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap((one, index) =>
      one.effect === 'Allow' &&
      one.actions.includes('ec2:DeleteSnapshot') &&
      !hasCondition(one, /^(aws|ec2):ResourceTag\//)
        ? [
            violation('may delete snapshots that are not its own', {
              at: ['statement', index],
              expected: 'a condition on aws:ResourceTag',
              received: one.condition,
            }),
          ]
        : [],
    ),
});
