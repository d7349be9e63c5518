import { statements, permissions } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const writesNameTheirTarget = rule({
  id: 'access/writes-name-their-target',
  severity: 'error',
  why: 'A permission to write or decrypt anywhere reaches what belongs to others.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  declaredAt: 'apps/aws/src/stacks/access.ts',
  appliesTo: permissions,
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap(({ effect, actions, resources }, index) => {
      const wide = actions.filter(
        (action) => !/:(Describe|Get|List)/.test(action) && !withoutTarget.has(action),
      );
      if (effect !== 'Allow' || wide.length === 0 || !resources.includes('*')) return [];
      return [
        violation(`allows ${wide.join(', ')} on everything`, {
          at: ['statement', index, 'resources'],
          expected: 'resources by name',
          received: resources,
        }),
      ];
    }),
});

/**
 * What is made, and the defaults of a region, are nothing that a policy could name.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const withoutTarget = new Set([
  'ec2:EnableEbsEncryptionByDefault',
  'ec2:ModifyEbsDefaultKmsKeyId',
  'kms:CreateKey',
]);
