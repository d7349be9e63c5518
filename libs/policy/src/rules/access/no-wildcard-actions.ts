import { statements, permissions } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const noWildcardActions = rule({
  id: 'access/no-wildcard-actions',
  severity: 'error',
  why: 'A role that may do everything to a bucket may also delete it.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  declaredAt: 'apps/aws/src/stacks/access.ts',
  appliesTo: permissions,
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap(({ effect, actions }, index) => {
      const wide = actions.filter((action) => /^(\*|[a-z0-9-]+:\*)$/i.test(action));
      if (effect !== 'Allow' || wide.length === 0) return [];
      return [
        violation('allows every action', {
          at: ['statement', index, 'actions'],
          expected: 'actions by name',
          received: wide,
        }),
      ];
    }),
});
