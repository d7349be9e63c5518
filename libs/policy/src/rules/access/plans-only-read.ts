import { permissions, type Statement, statements } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const plansOnlyRead = rule({
  id: 'access/plans-only-read',
  severity: 'error',
  why: 'Whoever may open a pull request runs code as the role that plans.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  declaredAt: 'ci',
  appliesTo: (rendered) => permissions(rendered).filter(({ name }) => name.includes('ci_plan')),
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap((one, index) => {
      const { effect, actions } = one;
      const wrong = actions.filter((action) => !isRead(action, one));
      if (effect !== 'Allow' || wrong.length === 0) return [];
      return [
        violation(`plans, and may ${wrong.join(', ')}`, {
          at: ['statement', index, 'actions'],
          expected: 'actions that read how things are configured, states and reports of drills',
          received: actions,
        }),
      ];
    }),
});

const isRead = (action: string, statement: Statement): boolean =>
  Object.hasOwn(contents, action)
    ? (contents[action]?.(statement) ?? false)
    : /:(Describe|Get|List|View)/.test(action) && !/:Get(Object|Secret|Parameter)/.test(action);

/** Where what is inside may be read. */
const contents: Readonly<Record<string, (statement: Statement) => boolean>> = {
  's3:GetObject': ({ resources }) => resources.every((resource) => readable.test(resource)),
  'kms:Decrypt': ({ condition }) =>
    condition.some(
      ({ variable, values }) =>
        variable === 'kms:ResourceAliases' &&
        values.every((value) => value.endsWith('-evidence-*')),
    ),
};

const readable = /(\/\*\.tfstate|-evidence-\*\/(drills|recoveries)\/\*)$/;
