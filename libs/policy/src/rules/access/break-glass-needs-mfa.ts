import { statements, trusts, hasCondition } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const breakGlassNeedsMfa = rule({
  id: 'access/break-glass-needs-mfa',
  severity: 'error',
  why: 'The role that reads every backup must not be had for a stolen access key.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
  declaredAt: 'storage.breakGlass',
  appliesTo: (rendered) => trusts(rendered).filter(({ name }) => name.includes('break-glass')),
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap((one, index) =>
      hasCondition(one, /^aws:MultiFactorAuth(Present|Age)$/)
        ? []
        : [
            violation('asks for no second factor', {
              at: ['statement', index],
              expected: 'a condition on aws:MultiFactorAuthPresent',
              received: one.condition,
            }),
          ],
    ),
});
